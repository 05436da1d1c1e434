package io.dragoman;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that tests start: none is given out twice, and all lie below those that the system takes for outgoing
 * connections, which could have one between its choice and the server's start.
 */
public final class FreePorts {

    private static final int FIRST = 12_000;
    private static final int COUNT = 20_000;

    // Where two runs share a machine they begin at different places.
    private static final AtomicInteger LAST =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePorts() {}

    /** A port of the loopback interface on which nobody listens. */
    public static int next() {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int port = FIRST + LAST.incrementAndGet() % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("no port is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // somebody listens there
        }
    }
}
