package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.FacadeProcess;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a key that is taken away still works, on any replica that has just let it in. */
@Tag("cluster")
class RevocationIT {

    @RegisterExtension
    static final SharedCluster CLUSTER = new SharedCluster();

    private static final Logger LOG = Logger.getLogger(RevocationIT.class);

    private static final String REVOKE = """
            update api_key set revoked = clock_timestamp() from person
            where person.account_id = api_key.account_id and person.id = api_key.person_id
            and person.login = 'staff001' and system = 'picqer' and revoked is null
            returning api_key.account_id, api_key.id
            """;
    private static final String NOTIFY =
            "with gone as (" + REVOKE + ") select pg_notify('dragoman_change', account_id || ':key:' || id) from gone";
    private static final String RESTORE = """
            with back as (
                update api_key set revoked = null from person
                where person.account_id = api_key.account_id and person.id = api_key.person_id
                and person.login = 'staff001' and system = 'picqer'
                returning api_key.account_id, api_key.id
            )
            select pg_notify('dragoman_change', account_id || ':key:' || id) from back
            """;

    @AfterEach
    void give_the_key_back() throws SQLException {
        CLUSTER.get().postgres().query(RESTORE);
        CLUSTER.get().facades().forEach(facade -> untilAnswered(facade, 200));
    }

    @Test
    void a_revoked_key_stops_on_every_replica_within_a_second() throws SQLException {
        assertThat(longestUse(NOTIFY)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_revoked_key_stops_within_five_seconds_though_nobody_is_told() throws SQLException {
        assertThat(longestUse(REVOKE)).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration longestUse(String revocation) throws SQLException {
        List<FacadeProcess> facades = CLUSTER.get().facades();
        facades.forEach(facade -> untilAnswered(facade, 200));
        assertThat(CLUSTER.get().postgres().query(revocation)).hasSize(1);
        long revoked = System.nanoTime();
        Duration longest = facades.stream()
                .map(facade -> CompletableFuture.supplyAsync(() -> untilAnswered(facade, 401)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(end -> Duration.ofNanos(end - revoked))
                .max(Duration::compareTo)
                .orElseThrow();
        LOG.infof("The key stopped everywhere after %d ms", longest.toMillis());
        return longest;
    }

    /** The moment from which on a call with the key is answered with a status. */
    private static long untilAnswered(FacadeProcess facade, int status) {
        HttpRequest request =
                Client.globex(facade.uri("/")).picqerRequest("/users/me").build();
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (Client.send(request).statusCode() != status) {
            assertThat(System.nanoTime()).as("waiting for " + status).isLessThan(deadline);
        }
        return System.nanoTime();
    }
}
