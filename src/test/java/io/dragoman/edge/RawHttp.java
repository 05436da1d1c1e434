package io.dragoman.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are to the server under test and gives back all that came. */
public final class RawHttp {

    /** All that was answered, and whether the server closed the connection. */
    public record Answers(String text, boolean closed) {

        /** How many answers there were. */
        public int count() {
            return text.split("HTTP/1\\.[01] [1-5]", -1).length - 1;
        }

        public String statusLine() {
            return text.lines().findFirst().orElse("");
        }

        public String body() {
            int blank = text.indexOf("\r\n\r\n");
            return blank < 0 ? "" : text.substring(blank + 4);
        }
    }

    private RawHttp() {}

    public static Answers send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Answers send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(1_000);
            write(socket, request);
            return read(socket.getInputStream());
        }
    }

    /** The server may refuse before it has read all; its answer is there all the same. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            assert e instanceof SocketException : e;
        }
    }

    private static Answers read(InputStream in) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        boolean closed = false;
        try {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                got.write(part, 0, length);
            }
            closed = true;
        } catch (SocketTimeoutException e) {
            closed = false; // nothing more came while the connection stayed open
        } catch (SocketException e) {
            closed = true;
        }
        return new Answers(got.toString(StandardCharsets.UTF_8), closed);
    }
}
