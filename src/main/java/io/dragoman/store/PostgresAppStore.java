package io.dragoman.store;

import io.dragoman.account.App;
import io.dragoman.account.AppStore;
import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Optional;

/** Registered applications in PostgreSQL. */
@ApplicationScoped
@Typed(PostgresAppStore.class)
class PostgresAppStore implements AppStore {

    private final Sessions sessions;

    PostgresAppStore(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<App>> find(AccountId account, String system, String appId) {
        AppEntity.Key key = new AppEntity.Key(account.value(), system, appId);
        return Conditions.isStorable(appId)
                ? sessions.read(session -> session.find(AppEntity.class, key))
                        .map(found -> Optional.ofNullable(found).map(AppEntity::app))
                : Uni.createFrom().item(Optional.empty());
    }
}
