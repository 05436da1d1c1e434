package io.dragoman.account;

import io.dragoman.bench.Defaults;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Hosts of a directory that has none. */
public final class BareHosts {

    private BareHosts() {}

    public static KnownHosts none() {
        return new KnownHosts(new Nobody(), Defaults.of(AccountsConfig.class));
    }

    private static final class Nobody implements AccountStore {

        @Override
        public Uni<Optional<Account>> byName(String system, String name) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Set<SystemName>> hosts() {
            return Uni.createFrom().item(Set.of());
        }
    }
}
