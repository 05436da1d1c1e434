package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KnownHostsTest {

    @Inject
    KnownHosts hosts;

    @Inject
    Pool pool;

    @AfterEach
    void forget_the_new_host() {
        sql("delete from account_name where name = 'new.shop.test'");
    }

    @Test
    void knows_accounts_by_whole_host_names_of_the_system_alone() {
        assertThat(hosts.contains("cscart", "shop.acme.example")).isTrue();
        assertThat(hosts.contains("cscart", "shop.nobody.example")).isFalse();
        assertThat(hosts.contains("picqer", "shop.acme.example")).isFalse();
        assertThat(hosts.contains("picqer", "acme")).isFalse();
    }

    @Test
    void learns_of_a_new_host_by_itself() {
        sql("insert into account_name (system, name, account_id) select 'cscart', 'new.shop.test', id from account"
                + " where name = 'acme'");

        await().atMost(Duration.ofSeconds(15)).until(() -> hosts.contains("cscart", "new.shop.test"));
    }

    private void sql(String sql) {
        pool.query(sql).executeAndAwait();
    }
}
