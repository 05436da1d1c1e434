package io.dragoman.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request as the access log tells it: no path, query, header or body, as any of them may hold a key or an address.
 *
 * @param account what the operator calls it, null where the caller is not known
 * @param status 499 where the caller went away before he was answered
 * @param address null where addresses are not logged
 * @param trace null where the request is not traced
 */
public record Access(
        String request,
        String dialect,
        @Nullable String account,
        String operation,
        String method,
        int status,
        Outcome outcome,
        long nanos,
        long bytesIn,
        long bytesOut,
        @Nullable String address,
        @Nullable String trace) {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** Characters that a line has room for from the start. */
    private static final int LINE = 256;

    /** What would end a line, or a field of it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s=]");

    public Access {
        method = METHODS.contains(method) ? method : "OTHER";
    }

    /** What is told of the request, its id among it. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        tell(fields::put);
        fields.put(RequestIds.FIELD, request);
        return fields;
    }

    /** The line of a log in plain text, whose format puts the request's id before it. */
    String line() {
        StringBuilder line = new StringBuilder(LINE);
        tell((name, value) ->
                line.append(line.isEmpty() ? "" : " ").append(name).append('=').append(value));
        return line.toString();
    }

    private void tell(BiConsumer<String, String> field) {
        field.accept("dialect", dialect);
        if (account != null) {
            field.accept("account", printable(account));
        }
        field.accept("operation", operation);
        field.accept("method", method);
        field.accept("status", Integer.toString(status));
        field.accept("outcome", outcome.label());
        field.accept("durationMs", millis());
        field.accept("bytesIn", Long.toString(bytesIn));
        field.accept("bytesOut", Long.toString(bytesOut));
        if (address != null) {
            field.accept("address", address);
        }
        if (trace != null) {
            field.accept("traceId", trace);
        }
    }

    private String millis() {
        long micros = nanos / 1_000;
        return micros / 1_000 + "." + Long.toString(1_000 + micros % 1_000).substring(1);
    }

    /** An operator names accounts as he likes; a line stays one line, and its fields stay told apart. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("_");
    }
}
