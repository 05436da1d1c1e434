package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the operator reads roles, whatever system knows them; he writes them through the directory. Fails with UNAVAILABLE. */
public interface RoleRegister {

    /** Roles by key, after one of them. */
    Uni<Slice<Role>> list(AccountId account, @Nullable RoleId after, int limit);

    Uni<Optional<Role>> get(AccountId account, RoleId id);
}
