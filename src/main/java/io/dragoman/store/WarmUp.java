package io.dragoman.store;

import io.dragoman.directory.UserChange;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for nobody at start, so that the first caller who writes does not wait for Hibernate's parser to be loaded. */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private static final EntityKey NOBODY = new EntityKey(0, new UUID(0, 0));

    private final Sessions sessions;

    WarmUp(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Nobody waits for it: a caller who comes first is served all the same. */
    void onStart(@Observes StartupEvent start) {
        sessions.write(session -> DefaultLogin.given(session, UserChange.NONE, NOBODY, 0)
                        .chain(() -> session.find(PersonEntity.class, NOBODY)))
                .subscribe()
                .with(done -> LOG.debug("Warm"), failure -> LOG.warn("The first write will be slow", failure));
    }
}
