package io.dragoman.store;

import io.dragoman.account.SecretStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Secrets in PostgreSQL; of replicas that ask for a new one at once, the first decides for all. */
@ApplicationScoped
class PostgresSecretStore implements SecretStore {

    // Updated to itself, as a row that is left alone is not returned.
    private static final String GET_OR_KEEP = "insert into secret (name, value) values ($1, $2)"
            + " on conflict (name) do update set name = excluded.name returning value";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Statements statements;

    PostgresSecretStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<byte[]> secret(String name) {
        byte[] candidate = new byte[BYTES];
        random.nextBytes(candidate);
        return statements
                .all(
                        GET_OR_KEEP,
                        Tuple.of(name, Buffer.buffer(candidate)),
                        row -> row.get(Buffer.class, 0).getBytes())
                .map(rows -> rows.get(0));
    }
}
