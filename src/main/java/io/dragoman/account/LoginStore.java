package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where password hashes are kept. Fails with UNAVAILABLE. */
public interface LoginStore {

    /** The hash of a person's password, empty where none is set or the person is gone. */
    Uni<Optional<PasswordHash>> passwordOf(AccountId account, UserId user);
}
