package io.dragoman.store;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.UserChange;
import io.smallrye.mutiny.Uni;

/**
 * Calls a person who was given no login {@code user_N}; where somebody has taken that for himself, something is added, as
 * nobody could be created any more while the number stays the next one.
 */
final class DefaultLogin {

    /** What comes before the number. */
    static final String BEGINNING = "user_";

    private DefaultLogin() {}

    /** Somebody has taken the login after it was looked for: the next attempt sees him. */
    static final class TakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TakenException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * The same with a login.
     *
     * @param taken whether the number's login was somebody's when the number was given
     */
    static UserChange given(UserChange initial, EntityKey key, long number, boolean taken) {
        String login = BEGINNING + number;
        return isGiven(initial) ? initial : initial.with(Attribute.LOGIN, taken ? login + "_" + suffix(key) : login);
    }

    /** A creation, which fails with {@link TakenException} where the login that it gave was taken in the meantime. */
    static <T> Uni<T> guarded(UserChange initial, Uni<T> creation) {
        return isGiven(initial)
                ? creation
                : creation.onFailure(StoreFailures::isLoginTaken).transform(TakenException::new);
    }

    private static boolean isGiven(UserChange initial) {
        return initial.get(Attribute.LOGIN).isPresent();
    }

    /** The random end of the person's own key. */
    private static String suffix(EntityKey key) {
        String id = key.id().toString();
        return id.substring(id.length() - 8);
    }
}
