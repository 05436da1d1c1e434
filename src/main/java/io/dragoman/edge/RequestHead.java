package io.dragoman.edge;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before its body: enough to tell whose it is and who sent it.
 *
 * <p>Read by one request's handlers, one after the other.
 */
public final class RequestHead {

    private final String method;
    private final String path;
    private final String rawPath;
    private final String target;
    private final String host;
    private final Supplier<String> remoteAddress;
    private final Params query;
    private final Function<String, List<String>> headers;
    private @Nullable Basic basic;
    private boolean basicRead;

    /**
     * @param path with doubled slashes joined
     * @param rawPath as sent
     * @param target path and query as sent
     * @param authority host and port, empty where the request names none
     */
    RequestHead(
            String method,
            String path,
            String rawPath,
            String target,
            String authority,
            Supplier<String> remoteAddress,
            Params query,
            Function<String, List<String>> headers) {
        this.method = method;
        this.path = path;
        this.rawPath = rawPath;
        this.target = target;
        this.host = hostOf(authority);
        this.remoteAddress = remoteAddress;
        this.query = query;
        this.headers = headers;
    }

    public String method() {
        return method;
    }

    /** The path, doubled slashes joined; still percent-encoded. */
    public String path() {
        return path;
    }

    /** The path exactly as it was sent. */
    public String rawPath() {
        return rawPath;
    }

    /** The host the request was sent to, lower case, without a port; empty where it names none. */
    public String host() {
        return host;
    }

    /** The address of whoever sent the request, as far as the facade can tell. */
    public String remoteAddress() {
        return remoteAddress.get();
    }

    public Params query() {
        return query;
    }

    /** A header's first value, null where it was not sent. */
    public @Nullable String header(String name) {
        List<String> values = headers.apply(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** A header that is a list, its lines joined as HTTP says (RFC 9110 5.3); null where it was not sent. */
    public @Nullable String list(String name) {
        List<String> values = headers.apply(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** What is asked for: the target as it was sent, and some headers; null for what is no GET. */
    public @Nullable String asked(String... names) {
        if (!method.equals("GET")) {
            return null;
        }
        if (names.length == 0) {
            return target;
        }
        StringBuilder asked = new StringBuilder(target);
        for (String name : names) {
            asked.append('\n').append(headers.apply(name));
        }
        return asked.toString();
    }

    /** The Basic credentials sent, null where there are none that can be read. */
    public @Nullable Basic basic() {
        if (!basicRead) {
            basic = Basic.parse(header("Authorization"));
            basicRead = true;
        }
        return basic;
    }

    /** The same name with a dot at its end is the same host. */
    private static String hostOf(String authority) {
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
        return (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }
}
