package io.dragoman.failure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, before any dialect has put it into words.
 *
 * @param kind what went wrong
 * @param detail for a dialect to build its text from; never a secret, never a driver's message
 * @param field the canonical name of the value at fault, where there is one
 * @param retryAfter how long until the same request may succeed, where that is known
 * @param faults all values at fault, where they were looked for together; the first is {@code field}
 */
public record Failure(
        Kind kind,
        String detail,
        @Nullable String field,
        @Nullable Duration retryAfter,
        List<Fault> faults) {

    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        faults = List.copyOf(faults);
    }

    public Failure(Kind kind, String detail, @Nullable String field, @Nullable Duration retryAfter) {
        this(kind, detail, field, retryAfter, List.of());
    }

    /** The failure of values that break rules, of which there is at least one. */
    public static Failure ofFaults(List<Fault> faults) {
        Fault first = faults.get(0);
        return new Failure(Kind.INVALID, first.detail(), first.field(), null, faults);
    }

    public static Failure of(Kind kind) {
        return new Failure(kind, "", null, null);
    }

    public static Failure of(Kind kind, String detail) {
        return new Failure(kind, detail, null, null);
    }

    public static Failure ofField(Kind kind, String field, String detail) {
        return new Failure(kind, detail, field, null);
    }

    public static Failure retryable(Kind kind, String detail, Duration retryAfter) {
        return new Failure(kind, detail, null, retryAfter);
    }

    public FacadeException toException() {
        return new FacadeException(this);
    }

    public FacadeException toException(Throwable cause) {
        return new FacadeException(this, cause);
    }
}
