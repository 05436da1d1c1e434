package io.dragoman.failure;

/**
 * The kinds of failure a caller can meet; each dialect's {@code render} is an exhaustive switch over them.
 *
 * <p>A kind says what went wrong, never how it is answered: statuses and texts are the dialects'.
 */
public enum Kind {
    /** The request could not be read as HTTP, or its body not as what it claims to be. */
    MALFORMED,
    /** A value breaks a rule; {@link Failure#field()} names it where one is at fault. */
    INVALID,
    /** A value that must be unique is another's already. */
    DUPLICATE,
    /** No credential, or none that is good for this dialect and account. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** The person asked for may not be touched by this caller: the root administrator, or himself. */
    PROTECTED,
    /** The person, role or picture asked for does not exist for this caller. */
    NOT_FOUND,
    /** The dialect has nothing at this path. */
    NO_SUCH_PATH,
    /** The path exists, but not with this method. */
    METHOD_NOT_ALLOWED,
    /** No representation the caller accepts. */
    NOT_ACCEPTABLE,
    /** The body's type is none the dialect reads. */
    UNSUPPORTED_MEDIA_TYPE,
    /** What is asked would break something that other things refer to. */
    CONFLICT,
    /** The thing was changed since the caller read the version he speaks of. */
    STALE,
    /** A change that must say which version it is of says none. */
    CONDITION_MISSING,
    /** The body is larger than allowed. */
    BODY_TOO_LARGE,
    /** The request target is longer than allowed. */
    TARGET_TOO_LONG,
    /** The header fields are larger than allowed. */
    HEADERS_TOO_LARGE,
    /** The quota is used up; {@link Failure#retryAfter()} says for how long. */
    RATE_LIMITED,
    /** The directory cannot be reached now, or too many already wait for it. */
    UNAVAILABLE,
    /** A fault of the facade itself. */
    INTERNAL
}
