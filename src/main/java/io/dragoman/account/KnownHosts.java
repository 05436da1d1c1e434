package io.dragoman.account;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The hosts by which systems know accounts, at hand for those who cannot wait for the directory.
 *
 * <p>As old as {@code dragoman.accounts.refresh-hosts} at most, or as the directory has been out of reach.
 */
@Singleton
public class KnownHosts {

    private static final Logger LOG = Logger.getLogger(KnownHosts.class);

    private final AccountStore accounts;
    private final AccountsConfig config;
    private volatile Set<SystemName> hosts = Set.of();
    private volatile Cancellable refreshing = () -> {};
    private volatile boolean stale;

    KnownHosts(AccountStore accounts, AccountsConfig config) {
        this.accounts = accounts;
        this.config = config;
    }

    /** Whether a system knows an account by this host, given in lower case. */
    public boolean contains(String system, String host) {
        return hosts.contains(new SystemName(system, host));
    }

    // Nobody waits for what happens on a clock, so the subscription is made here.
    void start(@Observes StartupEvent event) {
        refreshing = Multi.createFrom()
                .ticks()
                .every(config.refreshHosts())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> refresh())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("The hosts of accounts are not read any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        refreshing.cancel();
    }

    private Uni<Void> refresh() {
        return accounts.hosts().invoke(this::keep).replaceWithVoid().onFailure().recoverWithUni(this::keepFormer);
    }

    private void keep(Set<SystemName> read) {
        hosts = read;
        stale = false;
    }

    private Uni<Void> keepFormer(Throwable failure) {
        if (!stale) {
            stale = true;
            LOG.warn("The hosts of accounts cannot be read, those known stay", failure);
        }
        return Uni.createFrom().voidItem();
    }
}
