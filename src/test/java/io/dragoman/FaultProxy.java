package io.dragoman;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the facade and a server, and fails as networks do: silent, cut, refusing, or losing what it should pass.
 *
 * <p>{@link #to} passes bytes of any protocol; {@link #toPostgres} reads PostgreSQL's messages too, and so can lose
 * notifications alone.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 16_384;
    private static final int NOTIFICATION = 'A';

    private final InetSocketAddress target;
    private final boolean postgres;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile ServerSocket listening;
    private volatile boolean losing;
    private boolean requestsHeld;
    private boolean answersHeld;

    private FaultProxy(InetSocketAddress target, boolean postgres) {
        this.target = target;
        this.postgres = postgres;
        listening = listen(0);
        port = listening.getLocalPort();
        accept(listening);
    }

    /** A proxy on a free port of the loopback address, to a port of the same. */
    public static FaultProxy to(int port) {
        return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), false);
    }

    /** The same to a PostgreSQL that is spoken to in clear text. */
    public static FaultProxy toPostgres(int port) {
        return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), true);
    }

    public int port() {
        return port;
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Passes nothing on in either direction, as a frozen server or network does; connections stay open. */
    public synchronized void pause() {
        requestsHeld = true;
        answersHeld = true;
    }

    /** Passes requests on and holds answers back: what is cut then was done and not heard of. */
    public synchronized void holdAnswers() {
        answersHeld = true;
    }

    /** Passes on what was held, and all that follows. */
    public synchronized void resume() {
        requestsHeld = false;
        answersHeld = false;
        notifyAll();
    }

    /** Closes all connections; new ones are accepted. What was held is lost. */
    public void cut() {
        open.removeIf(socket -> {
            close(socket);
            return true;
        });
        resume();
    }

    /** Closes all connections and lets nobody in, as a server that is stopped. */
    public void refuse() {
        close(listening);
        cut();
    }

    /** Lets connections in again after {@link #refuse}. */
    public void accept() {
        listening = listen(port);
        accept(listening);
    }

    /** Loses the notifications of PostgreSQL from now on, or no longer. */
    public void loseNotifications(boolean lose) {
        losing = lose;
    }

    @Override
    public void close() {
        refuse();
    }

    private void accept(ServerSocket server) {
        start(() -> {
            while (!server.isClosed()) {
                serve(server);
            }
        });
    }

    private void serve(ServerSocket server) {
        try {
            Socket client = server.accept();
            accepted.incrementAndGet();
            open.add(client);
            start(() -> join(client));
        } catch (IOException closed) {
            close(server);
        }
    }

    private void join(Socket client) {
        Socket upstream = new Socket();
        open.add(upstream);
        try {
            upstream.connect(target, 5_000);
            // Messages are passed on one by one, and none may wait until the one before it has been acknowledged.
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            start(() -> pump(client, upstream, () -> passBytes(client, upstream)));
            pump(upstream, client, () -> passAnswers(upstream, client));
        } catch (IOException unreachable) {
            end(client, upstream);
        }
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }

    private void pump(Socket from, Socket to, Pump pump) {
        try {
            pump.run();
        } catch (IOException ended) {
            // Either side is gone, or the connection was cut.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void passBytes(Socket from, Socket to) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.getInputStream().read(buffer);
                read >= 0;
                read = from.getInputStream().read(buffer)) {
            awaitRequests();
            to.getOutputStream().write(buffer, 0, read);
        }
    }

    private void passAnswers(Socket from, Socket to) throws IOException, InterruptedException {
        if (postgres) {
            passMessages(new DataInputStream(from.getInputStream()), new DataOutputStream(to.getOutputStream()));
            return;
        }
        byte[] buffer = new byte[BUFFER];
        for (int read = from.getInputStream().read(buffer);
                read >= 0;
                read = from.getInputStream().read(buffer)) {
            awaitAnswers();
            to.getOutputStream().write(buffer, 0, read);
        }
    }

    /** A message is a type, its length with these four bytes, and the rest. */
    private void passMessages(DataInputStream from, DataOutputStream to) throws IOException, InterruptedException {
        for (int type = from.read(); type >= 0; type = from.read()) {
            byte[] message = new byte[from.readInt() + 1];
            from.readFully(message, 5, message.length - 5);
            message[0] = (byte) type;
            for (int i = 0; i < 4; i++) {
                message[1 + i] = (byte) ((message.length - 1) >>> (24 - 8 * i));
            }
            awaitAnswers();
            if (type != NOTIFICATION || !losing) {
                to.write(message);
            }
        }
    }

    private synchronized void awaitRequests() throws InterruptedException {
        while (requestsHeld) {
            wait();
        }
    }

    private synchronized void awaitAnswers() throws InterruptedException {
        while (answersHeld) {
            wait();
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(java.io.Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException gone) {
            // It was to be closed, and is.
        }
    }
}
