package io.dragoman.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Map;

/** Reads the heads of Vert.x requests. */
final class Heads {

    private Heads() {}

    /** The head of a request; of a malformed one, what could be read of it. */
    static RequestHead of(HttpServerRequest request, int maxParameters) {
        String rawPath = request.path() == null ? "" : request.path();
        return new RequestHead(
                request.method().name(),
                joinSlashes(rawPath),
                rawPath,
                request.uri() == null ? "" : request.uri(),
                authority(request),
                () -> address(request),
                Params.parse(request.query(), maxParameters),
                request.headers()::getAll);
    }

    private static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    /** How many characters the header fields take, names and values. */
    static int headerSize(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    /** An absolute target's authority stands above the Host header (RFC 9112 3.2.2). */
    private static String authority(HttpServerRequest request) {
        String target = request.uri() == null ? "" : request.uri();
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme > 0) {
            String rest = target.substring(scheme + 3);
            int end = indexOfAny(rest, "/?");
            return rest.substring(0, end);
        }
        String host = request.getHeader("Host");
        return host == null ? "" : host;
    }

    private static int indexOfAny(String text, String characters) {
        int at = 0;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String joinSlashes(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }
}
