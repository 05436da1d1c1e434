package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.WireCutter.Place;
import io.dragoman.embedded.OwnServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers see while the database is away, frozen or cut off, what becomes of their writes, and how soon all is well. */
@Tag("cluster")
class OutageIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    /** Beside the time limit: a busy machine's own time. */
    private static final Duration SLACK = Duration.ofMillis(1_500);

    private static final Duration WHOLE_AGAIN = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(500);
    private static final int WARM = 10;
    private static final int CALLERS = 10;
    private static final Pattern SESSION = Pattern.compile("\"sessionKey\":\"([^\"]+)\"");

    @TempDir
    static Path folder;

    static OwnServer server;
    static FaultProxy proxy;
    static WireCutter cutter;
    static FacadeProcess facade;
    static String session;

    @BeforeAll
    static void start() throws Exception {
        server = OwnServer.start();
        cutter = new WireCutter(server.port());
        proxy = FaultProxy.to(cutter.port());
        facade = FacadeProcess.start(
                folder.resolve("unused"),
                "-Dquarkus.datasource.reactive.url=" + server.url(proxy.port()),
                "-Ddragoman.db.direct-url=" + server.url(server.port()),
                "-Dquarkus.datasource.username=" + server.user(),
                "-Dquarkus.datasource.password=" + server.password(),
                "-Ddragoman.demo=true",
                "-Ddragoman.store.timeout=" + TIMEOUT.toMillis() + "ms",
                "-Ddragoman.erply.quota=100000",
                "-Ddragoman.picqer.quota=100000",
                "-Ddragoman.billomat.quota=100000");
        Matcher login = SESSION.matcher(send(erply("request=verifyUser&username=admin&password=demo-admin-1"))
                .body());
        assertThat(login.find()).isTrue();
        session = login.group(1);
        warmUp();
    }

    /** What a facade has never done takes it long, which is no outage's doing. */
    private static void warmUp() throws Exception {
        for (int i = 0; i < WARM; i++) {
            together(CALLERS, () -> created(email()));
            together(CALLERS, () -> read());
            together(CALLERS, () -> send(billomat()));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        facade.close();
        proxy.close();
        cutter.close();
        server.close();
    }

    @AfterEach
    void waitUntilWhole() {
        await().atMost(Duration.ofSeconds(30)).until(() -> created(email()).statusCode() == 201);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"BEFORE_BEGIN", "WITHIN"})
    void a_write_that_is_cut_before_its_commit_is_done_all_the_same_and_once(Place place) throws Exception {
        String email = email();
        int cuts = cutter.cuts();
        cutter.cutOnce(place);

        HttpResponse<String> answer = created(email);

        assertThat(cutter.cuts()).isEqualTo(cuts + 1);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(people(email)).isOne();
    }

    @Test
    void a_write_whose_commit_does_not_arrive_is_not_tried_again() throws Exception {
        String email = email();
        cutter.cutOnce(Place.BEFORE_COMMIT);

        HttpResponse<String> answer = created(email);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(people(email)).isZero();
    }

    @Test
    void a_commit_that_is_not_heard_of_is_settled_by_asking_again_under_the_same_key() throws Exception {
        String email = email();
        String key = UUID.randomUUID().toString();
        cutter.cutOnce(Place.AFTER_COMMIT);

        HttpResponse<String> unknown = send(creation(email).header("Idempotency-Key", key));
        HttpResponse<String> settled = send(creation(email).header("Idempotency-Key", key));

        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(settled.statusCode()).isEqualTo(201);
        assertThat(people(email)).isOne();
    }

    @Test
    void connections_that_broke_while_idle_are_not_noticed_by_anybody() throws Exception {
        together(20, () -> read());
        server.kill();
        server.startAgain();

        List<HttpResponse<String>> answers = together(20, () -> read());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        assertThat(created(email()).statusCode()).isEqualTo(201);
    }

    @Test
    void a_server_that_is_stopped_is_unavailable_in_every_dialect_and_at_once() throws Exception {
        proxy.refuse();
        try {
            together(20, () -> created(email()));

            assertThat(assertUnavailableInEveryDialect()).isLessThan(AT_ONCE);
        } finally {
            proxy.accept();
        }
        assertWholeAgain();
    }

    @Test
    void a_frozen_server_keeps_nobody_longer_than_the_time_limit() throws Exception {
        server.freeze();
        try {
            assertNobodyWaitsLong();
            assertThat(assertUnavailableInEveryDialect()).isLessThan(TIMEOUT.plus(SLACK));
        } finally {
            server.thaw();
        }
        assertWholeAgain();
    }

    @Test
    void a_server_behind_a_black_hole_costs_no_connection_for_good() throws Exception {
        together(20, () -> read());
        int accepted = proxy.accepted();
        proxy.pause();
        try {
            assertNobodyWaitsLong();
            await().atMost(TIMEOUT.multipliedBy(2).plus(SLACK)).until(() -> {
                read();
                return proxy.accepted() > accepted;
            });
        } finally {
            proxy.cut();
        }
        assertWholeAgain();
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_done_twice_while_connections_break() throws Exception {
        List<String> emails = new ArrayList<>();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 60; i++) {
            String email = email();
            emails.add(email);
            answers.add(CompletableFuture.supplyAsync(() -> status(email), callers));
            if (i % 15 == 14) {
                answers.get(i - 4).join();
                proxy.cut();
            }
        }
        for (int i = 0; i < emails.size(); i++) {
            int status = answers.get(i).join();
            assertThat(status).isIn(201, 503);
            long there = people(emails.get(i));
            assertThat(there).isBetween(status == 201 ? 1L : 0L, 1L);
        }
        callers.shutdown();
    }

    private static void assertNobodyWaitsLong() throws Exception {
        List<Duration> waits = together(60, () -> {
            long begun = System.nanoTime();
            assertThat(created(email()).statusCode()).isEqualTo(503);
            return Duration.ofNanos(System.nanoTime() - begun);
        });

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(TIMEOUT.plus(SLACK)));
    }

    /** The longest of the answers. */
    private static Duration assertUnavailableInEveryDialect() throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> cscart = created(email());
        Duration longest = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(cscart.statusCode()).isEqualTo(503);
        assertThat(cscart.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(cscart.body()).contains("Service Unavailable");
        for (HttpRequest.Builder request :
                List.of(picqer(), billomat(), erply("request=getUserGroups&sessionKey=" + session))) {
            begun = System.nanoTime();
            HttpResponse<String> answer = send(request);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            longest = took.compareTo(longest) > 0 ? took : longest;
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).contains("\"responseStatus\":\"error\",\"errorCode\":1003");
            } else {
                assertThat(answer.statusCode()).isEqualTo(503);
            }
        }
        return longest;
    }

    private static void assertWholeAgain() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(WHOLE_AGAIN)
                .until(() -> created(email()).statusCode() == 201
                        && read().statusCode() == 404
                        && send(billomat()).statusCode() == 404);
    }

    private static HttpResponse<String> created(String email) throws IOException, InterruptedException {
        return send(creation(email));
    }

    private static int status(String email) {
        try {
            return created(email).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> read() throws IOException, InterruptedException {
        return send(picqer());
    }

    private static HttpRequest.Builder creation(String email) {
        return request("/api/users", "admin@example.com:acme-cscart-key")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"" + email + "\",\"user_type\":\"C\",\"company_id\":0}"));
    }

    /** Somebody nobody has asked for before, so that nothing remembered answers. */
    private static HttpRequest.Builder picqer() {
        return request("/api/v1/users/" + nobody(), "acme-picqer-key:").GET();
    }

    private static HttpRequest.Builder billomat() {
        return HttpRequest.newBuilder(facade.uri("/api/users/" + nobody()))
                .header("X-BillomatApiKey", "acme-billomat-key")
                .GET();
    }

    private static HttpRequest.Builder erply(String call) {
        return HttpRequest.newBuilder(facade.uri("/api/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("clientCode=100001&" + call));
    }

    private static HttpRequest.Builder request(String path, String credential) {
        return HttpRequest.newBuilder(facade.uri(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return facade.send(request);
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }

    private static long nobody() {
        return ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L);
    }

    private static long people(String email) throws SQLException {
        return server.query("select count(*) from person where email = ?", email);
    }

    private interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    private static <T> List<T> together(int callers, Call<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<CompletableFuture<T>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> made(call), threads));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T made(Call<T> call) {
        try {
            return call.make();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
