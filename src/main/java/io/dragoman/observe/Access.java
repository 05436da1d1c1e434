package io.dragoman.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
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

    /** What would end a line, or a field of it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s=]");

    public Access {
        method = METHODS.contains(method) ? method : "OTHER";
    }

    /** What is told of the request beside its id. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("dialect", dialect);
        put(fields, "account", account == null ? null : printable(account));
        fields.put("operation", operation);
        fields.put("method", method);
        fields.put("status", Integer.toString(status));
        fields.put("outcome", outcome.label());
        fields.put("durationMs", millis());
        fields.put("bytesIn", Long.toString(bytesIn));
        fields.put("bytesOut", Long.toString(bytesOut));
        put(fields, "address", address);
        put(fields, "traceId", trace);
        return fields;
    }

    /** The line of a log in plain text, whose format puts the request's id before it. */
    static String line(Map<String, String> fields) {
        StringJoiner line = new StringJoiner(" ");
        fields.forEach((name, value) -> line.add(name + "=" + value));
        return line.toString();
    }

    private String millis() {
        long micros = nanos / 1_000;
        return micros / 1_000 + "." + Long.toString(1_000 + micros % 1_000).substring(1);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** An operator names accounts as he likes; a line stays one line, and its fields stay told apart. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("_");
    }
}
