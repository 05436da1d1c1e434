package io.dragoman.account;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where registered applications are kept. Fails with UNAVAILABLE. */
public interface AppStore {

    Uni<Optional<App>> find(AccountId account, String system, String appId);
}
