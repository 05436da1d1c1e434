package io.dragoman;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before a PostgreSQL, reads what it is asked, and cuts one connection at a given place in a transaction. */
final class WireCutter implements AutoCloseable {

    private static final int QUERY = 'Q';

    /** Where to cut. */
    enum Place {
        NOWHERE,
        /** The transaction was asked for, and the server does not hear of it. */
        BEFORE_BEGIN,
        /** Some statements were done. */
        WITHIN,
        /** All statements were done; the server does not hear of the commit. */
        BEFORE_COMMIT,
        /** The server has committed; the answer is lost. */
        AFTER_COMMIT
    }

    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Place> place = new AtomicReference<>(Place.NOWHERE);
    private final AtomicInteger cuts = new AtomicInteger();

    WireCutter(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts the next connection that gets to a place, once. */
    void cutOnce(Place where) {
        place.set(where);
    }

    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            open.add(client);
            start(() -> join(client));
        }
    }

    /** A server that is frozen or gone holds up those who want it, and nobody who comes later. */
    private void join(Socket client) throws IOException {
        Socket server = new Socket();
        open.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
        } catch (IOException unreachable) {
            client.close();
            throw unreachable;
        }
        // Messages are passed on one by one, and none may wait until the one before it has been acknowledged.
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Session session = new Session(client, server);
        start(session::passRequests);
        start(session::passAnswers);
    }

    /** One connection. */
    private final class Session {

        private final Socket client;
        private final Socket server;
        private int statements;
        private volatile boolean committed;

        Session(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void passRequests() throws IOException {
            try (client;
                    server) {
                DataInputStream from = new DataInputStream(client.getInputStream());
                OutputStream to = server.getOutputStream();
                pass(from, to, from.readInt(), -1);
                for (int type = from.read(); type >= 0; type = from.read()) {
                    if (!pass(from, to, from.readInt(), type)) {
                        return;
                    }
                }
            }
        }

        void passAnswers() throws IOException {
            try (client;
                    server) {
                byte[] buffer = new byte[16_384];
                InputStream from = server.getInputStream();
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    if (committed) {
                        cuts.incrementAndGet();
                        return;
                    }
                    client.getOutputStream().write(buffer, 0, read);
                }
            }
        }

        /** A message is a type, which the first one lacks, its length with these four bytes, and the rest. */
        private boolean pass(DataInputStream from, OutputStream to, int length, int type) throws IOException {
            byte[] rest = from.readNBytes(length - 4);
            String query = type == QUERY ? new String(rest, StandardCharsets.UTF_8) : "";
            if (isToBeCut(query, type)) {
                cuts.incrementAndGet();
                return false;
            }
            byte[] message = new byte[(type < 0 ? 4 : 5) + rest.length];
            int at = 0;
            if (type >= 0) {
                message[at++] = (byte) type;
            }
            for (int shift = 24; shift >= 0; shift -= 8) {
                message[at++] = (byte) (length >>> shift);
            }
            System.arraycopy(rest, 0, message, at, rest.length);
            to.write(message);
            return true;
        }

        private boolean isToBeCut(String query, int type) {
            if (query.startsWith("BEGIN")) {
                statements = 1;
                return place.compareAndSet(Place.BEFORE_BEGIN, Place.NOWHERE);
            }
            if (query.startsWith("COMMIT")) {
                statements = 0;
                committed = place.compareAndSet(Place.AFTER_COMMIT, Place.NOWHERE);
                return place.compareAndSet(Place.BEFORE_COMMIT, Place.NOWHERE);
            }
            boolean within = statements > 0 && type == 'B' && statements++ == 4;
            return within && place.compareAndSet(Place.WITHIN, Place.NOWHERE);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One of both sides is gone.
                    }
                },
                "wire-cutter");
        thread.setDaemon(true);
        thread.start();
    }
}
