package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the operator reads people; he writes them through the directory. Fails with UNAVAILABLE. */
public interface PersonStore {

    /** People by key, after one of them. */
    Uni<Slice<Person>> list(AccountId account, PersonFilter filter, @Nullable UserId after, int limit);

    Uni<Optional<Person>> get(AccountId account, UserId id);

    /** What is kept of a person under the account's properties, by their names. */
    Uni<Map<String, String>> properties(AccountId account, UserId id);
}
