package io.dragoman.store;

import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.KeyStore;
import io.dragoman.cache.Coherence;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of the real database, and what makes it forgotten. */
@QuarkusTest
class CoherenceTest {

    private static final String SYSTEM = "picqer";
    private static final UserQuery ALL = UserQuery.in(SYSTEM, PageRequest.at(0, 100));

    private static final String RENAME =
            "update person set first_name = $3, folded_first_name = $3 where account_id = $1 and id = $2";
    private static final String TELL = "select pg_notify('dragoman_change', $1)";
    private static final String ASKED =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%person_detail%'"
                    + " and pid <> pg_backend_pid()";
    private static final String LISTENERS = " from pg_stat_activity where application_name = 'dragoman-feed'";

    @Inject
    UserStore users;

    @Inject
    KeyStore keys;

    @Inject
    Tenants tenants;

    @Inject
    Pool pool;

    @Inject
    Coherence coherence;

    Tenant tenant;
    User user;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void makeSomebody() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::isListening);
        tenant = tenants.create();
        user = await(users.create(Tenant.staff("somebody"), tenant.caller()));
    }

    @Test
    void those_who_miss_at_once_share_one_statement() {
        SqlConnection blocker = await(pool.getConnection());
        Transaction transaction = await(blocker.begin());
        await(blocker.query("lock table person in access exclusive mode").execute());

        List<CompletableFuture<Optional<User>>> asked = IntStream.range(0, 20)
                .mapToObj(i -> users.get(tenant.account(), SYSTEM, number(user)).subscribeAsCompletionStage())
                .toList();
        try {
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(300))
                    .during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> tell(ASKED) == 1);
        } finally {
            await(transaction.commit());
            await(blocker.close());
        }

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).contains(user));
    }

    @Test
    void what_was_read_is_not_asked_again() {
        hearAllThatWasDone();
        read();

        rename(user, "unheard");

        assertThat(read()).isEqualTo(user);
    }

    @Test
    void a_new_person_was_not_known_and_is() {
        long next = number(user) + 1;
        assertThat(await(users.get(tenant.account(), SYSTEM, next))).isEmpty();
        assertThat(await(users.find(tenant.account(), ALL)).total()).isOne();

        User created = await(users.create(Tenant.staff("new"), tenant.caller()));

        assertThat(await(users.get(tenant.account(), SYSTEM, next))).contains(created);
        assertThat(await(users.find(tenant.account(), ALL)).items()).containsExactly(user, created);
        assertThat(await(users.find(tenant.account(), ALL)).total()).isEqualTo(2);
    }

    @Test
    void who_changes_reads_what_he_wrote() {
        read();

        User changed = await(users.change(
                tenant.account(), user.id(), UserChange.NONE.with(Attribute.FIRST_NAME, "Changed"), tenant.caller()));

        assertThat(read()).isEqualTo(changed);
        assertThat(await(users.get(tenant.account(), user.id()))).contains(changed);
    }

    @Test
    void who_is_deleted_is_gone() {
        read();

        await(users.delete(tenant.account(), user.id(), tenant.caller()));

        assertThat(await(users.get(tenant.account(), SYSTEM, number(user)))).isEmpty();
    }

    @Test
    void a_change_made_elsewhere_is_heard() {
        read();
        rename(user, "Elsewhere");

        notify("person", user.id().value());

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(read().profile().firstName()).isEqualTo("Elsewhere"));
    }

    @Test
    void a_change_of_many_at_once_drops_all_of_the_account_and_nothing_of_another() {
        Tenant other = tenants.create();
        User stranger = await(users.create(Tenant.staff("stranger"), other.caller()));
        hearAllThatWasDone();
        read();
        await(users.get(other.account(), SYSTEM, number(stranger)));
        rename(user, "Many");
        await(pool.preparedQuery(RENAME)
                .execute(Tuple.of(other.account().value(), stranger.id().value(), "unheard")));

        notify("account", new UUID(0, 0));

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(read().profile().firstName()).isEqualTo("Many"));
        assertThat(await(users.get(other.account(), SYSTEM, number(stranger)))).contains(stranger);
    }

    @Test
    void the_same_number_and_the_same_question_are_another_account_s_own() {
        Tenant other = tenants.create();
        User twin = await(users.create(Tenant.staff("somebody"), other.caller()));
        assertThat(number(twin)).isEqualTo(number(user));

        assertThat(read()).isEqualTo(user);
        assertThat(await(users.get(other.account(), SYSTEM, number(twin)))).contains(twin);
        assertThat(await(users.find(tenant.account(), ALL)).items()).containsExactly(user);
        assertThat(await(users.find(other.account(), ALL)).items()).containsExactly(twin);
        assertThat(await(users.get(other.account(), user.id()))).isEmpty();
    }

    @Test
    void after_a_connection_was_lost_everything_is_read_anew_within_two_seconds() {
        read();
        rename(user, "Unheard");
        assertThat(tell("select count(pg_terminate_backend(pid))" + LISTENERS)).isOne();

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(read().profile().firstName()).isEqualTo("Unheard"));

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(this::isListening);
    }

    @Test
    void a_revoked_key_is_known_within_five_seconds_though_nobody_heard_of_it() {
        String hash = UUID.randomUUID().toString();
        assertThat(await(keys.find(SYSTEM, hash))).isEmpty();
        UUID key = UUID.randomUUID();
        await(pool.preparedQuery("insert into api_key (account_id, id, person_id, system, hash, hint)"
                        + " values ($1, $2, $3, 'picqer', $4, 'x')")
                .execute(Tuple.of(tenant.account().value(), key, user.id().value(), hash)));
        notify("key", key);
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> await(keys.find(SYSTEM, hash)).isPresent());

        await(pool.preparedQuery("update api_key set revoked = now() where id = $1")
                .execute(Tuple.of(key)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> await(keys.find(SYSTEM, hash)).orElseThrow().key().revoked() != null);
    }

    private User read() {
        return await(users.get(tenant.account(), SYSTEM, number(user))).orElseThrow();
    }

    /** Behind the cache's back. */
    private void rename(User person, String name) {
        await(pool.preparedQuery(RENAME)
                .execute(Tuple.of(tenant.account().value(), person.id().value(), name)));
    }

    private void notify(String subject, UUID id) {
        await(pool.preparedQuery(TELL).execute(Tuple.of(tenant.account().value() + ":" + subject + ":" + id)));
    }

    /** A sign that was sent from now on comes after the notifications of all that was done before. */
    private void hearAllThatWasDone() {
        Timer signs = registry.get("dragoman.feed.lag").timer();
        long before = signs.count();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> signs.count() >= before + 2);
    }

    private long tell(String sql) {
        return await(pool.query(sql).execute()).iterator().next().getLong(0);
    }

    private boolean isListening() {
        return coherence.hearing().isListening(System.nanoTime());
    }

    private static long number(User person) {
        return person.numbers().known(SYSTEM);
    }
}
