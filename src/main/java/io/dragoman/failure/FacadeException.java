package io.dragoman.failure;

/** Carries a {@link Failure} up to whoever renders it; without a stack trace where it has no cause, as it is an answer. */
public final class FacadeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FacadeException(Failure failure) {
        super(null, null, false, false);
        this.failure = failure;
    }

    public FacadeException(Failure failure, Throwable cause) {
        super(null, cause);
        this.failure = failure;
    }

    /** Put together for who reads it: most failures become an answer, and have no other words than those of a dialect. */
    @Override
    public String getMessage() {
        return failure.kind() + ": " + failure.detail();
    }

    public Failure failure() {
        return failure;
    }
}
