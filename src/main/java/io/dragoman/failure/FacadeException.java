package io.dragoman.failure;

/** Carries a {@link Failure} up to whoever renders it; without a stack trace where it has no cause, as it is an answer. */
public final class FacadeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FacadeException(Failure failure) {
        super(failure.kind() + ": " + failure.detail(), null, false, false);
        this.failure = failure;
    }

    public FacadeException(Failure failure, Throwable cause) {
        super(failure.kind() + ": " + failure.detail(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
