package io.dragoman.bench;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of request, as it is sent to the facade and to the bare server.
 *
 * @param target of the facade, {@code {n}} standing for a random number from 1 to {@code range}, {@code {n+1}} for the next
 * @param bare target of the bare server, with the same {@code {n}}
 * @param server which of the two facades is driven
 * @param body of a POST, with {@code {u}} standing for a text no other request has; empty sends a GET
 * @param atLeast the ratio facade/bare that is wanted, 0 where none is
 * @param beside what is driven at the same time, by a few connections, to see how they bear each other
 */
record Workload(
        String name,
        Facade server,
        String target,
        Map<String, String> headers,
        String body,
        int status,
        int range,
        String bare,
        double atLeast,
        @Nullable Workload beside) {

    private static final Pattern MORE = Pattern.compile("\\{n\\+(\\d+)}");

    /** The facade whose cache holds what is asked, or the one whose cache holds next to nothing. */
    enum Facade {
        CACHED,
        UNCACHED
    }

    static Workload get(String name, Facade server, String target, Map<String, String> headers) {
        return new Workload(name, server, target, headers, "", 200, 1, "/fixed/" + name, 0, null);
    }

    /** The same text with its numbers filled in. */
    static String filled(String text, int number) {
        String filled = MORE.matcher(text)
                .replaceAll(more -> Integer.toString(number + Integer.parseInt(more.group(1))));
        return filled.replace("{n}", Integer.toString(number)).replace("{u}", "sample" + System.nanoTime());
    }

    /** Whether what the bare server sends comes of the facade's answers. */
    boolean isFixed() {
        return bare.startsWith("/fixed/");
    }

    /** Whether each answer is another one. */
    boolean isCreation() {
        return status == 201;
    }

    Workload random(int most) {
        return new Workload(name, server, target, headers, body, status, most, bare, atLeast, beside);
    }

    Workload answered(int expected) {
        return new Workload(name, server, target, headers, body, expected, range, bare, atLeast, beside);
    }

    Workload against(String bareTarget) {
        return new Workload(name, server, target, headers, body, status, range, bareTarget, atLeast, beside);
    }

    Workload posting(String text) {
        return new Workload(name, server, target, headers, text, status, range, bare, atLeast, beside);
    }

    Workload wants(double ratio) {
        return new Workload(name, server, target, headers, body, status, range, bare, ratio, beside);
    }

    /** The same while something else is driven, whose figures are the ones that are told. */
    Workload beside(Workload other) {
        return new Workload(name, server, target, headers, body, status, range, bare, atLeast, other);
    }
}
