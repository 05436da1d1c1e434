package io.dragoman.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.account.KeyedHash;
import io.dragoman.embedded.demo.DemoLoader.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class DemoLoaderTest {

    private FreshDatabase database;

    @BeforeEach
    void create() {
        database = new FreshDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void keys_are_kept_under_the_operators_secret_where_he_brings_one() throws SQLException {
        database.loader(Map.of("dragoman.secrets.pepper", "mine")).load();

        String hash = new KeyedHash("mine".getBytes(StandardCharsets.UTF_8)).hex("key", "acme-cscart-key");
        assertThat(database.directory().rows("select system from api_key where hash = ?", hash))
                .containsExactly("cscart");
        assertThat(database.directory().one("select count(*) from secret")).isEqualTo("0");
    }

    @Test
    void a_second_load_changes_nothing() throws SQLException {
        Outcome first = database.loader().load();
        database.directory().rows("delete from person where login = 'mia'");

        Outcome second = database.loader().load();

        assertThat(List.of(first, second)).containsExactly(Outcome.LOADED, Outcome.PRESENT);
        assertThat(database.directory().rows("select login from person where login = 'mia'"))
                .isEmpty();
    }

    @Test
    void of_two_replicas_that_start_together_one_loads() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            Callable<Outcome> start = database.loader()::load;
            List<Outcome> outcomes = Stream.of(replicas.submit(start), replicas.submit(start))
                    .map(DemoLoaderTest::outcome)
                    .toList();

            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.LOADED, Outcome.PRESENT);
        } finally {
            replicas.shutdownNow();
        }
    }

    @Test
    void a_directory_with_accounts_of_its_own_is_left_alone() throws SQLException {
        database.directory().rows("insert into account (name) values ('umbrella')");

        Outcome outcome = database.loader().load();

        assertThat(outcome).isEqualTo(Outcome.REFUSED);
        assertThat(database.directory().rows("select name from account")).containsExactly("umbrella");
        assertThat(database.directory().one("select count(*) from secret")).isEqualTo("0");
    }

    @Test
    void a_load_that_fails_leaves_nothing() {
        database.directory().rows("drop table counter");

        assertThatThrownBy(database.loader()::load).isInstanceOf(SQLException.class);

        assertThat(database.directory().one("select count(*) from account")).isEqualTo("0");
    }

    private static Outcome outcome(Future<Outcome> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
