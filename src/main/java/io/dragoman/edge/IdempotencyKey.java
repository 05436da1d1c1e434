package io.dragoman.edge;

import io.dragoman.directory.RequestKey;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls a creating request by the header {@code Idempotency-Key}, so that it may send it again.
 *
 * @param sent as it was sent, null where it was not
 * @param part which of several creations in one request is meant
 */
public record IdempotencyKey(@Nullable String sent, int part) {

    private static final String HEADER = "Idempotency-Key";

    /** The key of a request that creates one thing. */
    public static IdempotencyKey of(RequestHead head) {
        return new IdempotencyKey(head.list(HEADER), 0);
    }

    /** The same for one of several creations. */
    public IdempotencyKey forPart(int index) {
        return new IdempotencyKey(sent, index);
    }

    /** The key, null where there is none. Throws INVALID for one that is empty, too long or not printable ASCII. */
    @Nullable
    String text() {
        if (sent == null) {
            return null;
        }
        String text = sent.strip();
        boolean readable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (text.isEmpty() || text.length() > RequestKey.LONGEST || !readable) {
            throw refusal("no key").toException();
        }
        return text;
    }

    static Failure refusal(String detail) {
        return Failure.ofField(Kind.INVALID, HEADER, detail);
    }
}
