package io.dragoman.store;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.UserChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Calls a person who was given no login {@code user_N}; where somebody has taken that for himself, something is added, as
 * nobody could be created any more while the number stays the next one.
 */
final class DefaultLogin {

    private static final String TAKEN = "select count(*) from person p where p.account_id = $1 and p.folded_login = $2";

    private DefaultLogin() {}

    /** The same with a login. */
    static Uni<UserChange> given(Mutiny.Session session, UserChange initial, EntityKey key, long number) {
        if (initial.get(Attribute.LOGIN).isPresent()) {
            return Uni.createFrom().item(initial);
        }
        String login = "user_" + number;
        return InSession.first(session, TAKEN, Tuple.of(key.account(), login), row -> row.getLong(0))
                .map(taken -> taken.filter(people -> people > 0).isPresent() ? login + "_" + suffix(key) : login)
                .map(free -> initial.with(Attribute.LOGIN, free));
    }

    /** The random end of the person's own key. */
    private static String suffix(EntityKey key) {
        String id = key.id().toString();
        return id.substring(id.length() - 8);
    }
}
