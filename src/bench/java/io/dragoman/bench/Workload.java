package io.dragoman.bench;

import java.util.Map;

/**
 * One kind of request, as it is sent to the facade and to the bare server.
 *
 * @param target of the facade, {@code {n}} standing for a random number from 1 to {@code range}
 * @param bare target of the bare server, with the same {@code {n}}
 * @param server which of the two facades is driven
 * @param body of a POST, with {@code {u}} standing for a number no other request has; empty sends a GET
 * @param atLeast the ratio facade/bare that is wanted, 0 where none is
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
        double atLeast) {

    /** The facade whose cache holds what is asked, or the one whose cache holds next to nothing. */
    enum Facade {
        CACHED,
        UNCACHED
    }

    static Workload get(String name, Facade server, String target, Map<String, String> headers) {
        return new Workload(name, server, target, headers, "", 200, 1, "/fixed/" + name, 0);
    }

    Workload random(int most) {
        return new Workload(name, server, target, headers, body, status, most, bare, atLeast);
    }

    Workload answered(int expected) {
        return new Workload(name, server, target, headers, body, expected, range, bare, atLeast);
    }

    Workload against(String bareTarget) {
        return new Workload(name, server, target, headers, body, status, range, bareTarget, atLeast);
    }

    Workload posting(String text) {
        return new Workload(name, server, target, headers, text, status, range, bare, atLeast);
    }

    Workload wants(double ratio) {
        return new Workload(name, server, target, headers, body, status, range, bare, ratio);
    }
}
