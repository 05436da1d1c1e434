package io.dragoman.directory.bulk;

import io.dragoman.directory.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A password that a line gives; hashing it takes long, so that is done only when it is known whose it is. */
public interface LinePassword {

    /** What to keep of it, empty where the stored hash is this password's already. */
    Uni<Optional<PasswordHash>> hashUnlessIs(Optional<PasswordHash> stored);
}
