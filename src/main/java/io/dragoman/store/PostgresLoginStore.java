package io.dragoman.store;

import io.dragoman.account.LoginStore;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Password hashes in PostgreSQL. */
@ApplicationScoped
class PostgresLoginStore implements LoginStore {

    private final Sessions sessions;

    PostgresLoginStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<PasswordHash>> passwordOf(AccountId account, UserId user) {
        return sessions.read(session -> session.createQuery(
                        "select p.password from PersonEntity p where p.key = :key and p.password is not null",
                        String.class)
                .setParameter("key", new EntityKey(account, user))
                .getSingleResultOrNull()
                .map(encoded -> Optional.ofNullable(encoded).map(PasswordHash::new)));
    }
}
