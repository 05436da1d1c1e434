package io.dragoman.store;

import java.util.UUID;

/**
 * The signs of life a listener sends to itself: each says when it was sent.
 *
 * <p>Each listener has a channel of its own, so that replicas do not wake each other.
 */
final class Pulse {

    private final String channel =
            "dragoman_pulse_" + UUID.randomUUID().toString().replace("-", "");

    String channel() {
        return channel;
    }

    /** The statement of a sign sent now. */
    String sign(long now) {
        return "select pg_notify('" + channel + "', '" + now + "')";
    }

    /** When a sign was sent. */
    static long sent(String sign) {
        return Long.parseLong(sign);
    }
}
