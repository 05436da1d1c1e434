package io.dragoman.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FacadeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a stop, with the database that the facade brings along. */
@Tag("cluster")
class ShutdownIT {

    private static final Pattern PORT = Pattern.compile("Embedded PostgreSQL ready on 127\\.0\\.0\\.1:(\\d+)");
    private static final String CLOSE = "connection: close";
    private static final String GOOD = "HTTP/1.1 200 OK";
    private static final String END_OF_ANSWER = "]}";

    @TempDir
    Path folder;

    @Test
    void nobody_who_is_served_or_waits_loses_an_answer() throws Exception {
        try (FacadeProcess facade = FacadeProcess.start(
                        folder.resolve("data"), "-Ddragoman.shutdown.delay=2s", "-Ddragoman.store.timeout=20s");
                Wire idle = Wire.to(facade.port());
                Wire untouched = Wire.to(facade.port());
                Wire waiting = Wire.to(facade.port());
                Connection database = database(facade)) {
            idle.send(request(423));
            assertThat(idle.readTo(END_OF_ANSWER)).contains(GOOD).doesNotContainIgnoringCase(CLOSE);
            lockPeople(database);
            waiting.send(request(426) + request(428) + request(423));

            facade.terminate();

            await().atMost(Duration.ofSeconds(2)).until(() -> facade.readiness().statusCode() == 503);
            CompletableFuture<String> lateAnswers = lateRequests(facade);
            facade.terminate();
            assertThat(idle.readToTheEnd()).isEmpty();
            assertThat(untouched.readToTheEnd()).isEmpty();
            assertThat(facade.isAlive()).as("while somebody waits").isTrue();
            database.rollback();

            assertThat(lateAnswers.join()).contains(GOOD).containsIgnoringCase(CLOSE);
            String answers = waiting.readToTheEnd();
            assertThat(answers.split(GOOD, -1)).as(answers).hasSize(4);
            assertThat(answers.indexOf(CLOSE)).isGreaterThan(answers.lastIndexOf(GOOD));
            assertThat(facade.awaitExit()).isEqualTo(143);
            assertThat(facade.log()).doesNotContain("ERROR", "Exception");
            await().atMost(Duration.ofSeconds(20)).until(() -> isGone(database));
        }
    }

    /** Asks for a person; one whom nobody has asked for before, where the answer is to need the database. */
    private static String request(int number) {
        return "GET /api/v1/users/" + number + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Client.basic("acme-picqer-key", "") + "\r\n\r\n";
    }

    /** A new connection is served, too, and then told to go; it waits for the lock as the others do. */
    private static CompletableFuture<String> lateRequests(FacadeProcess facade) throws IOException {
        Wire late = Wire.to(facade.port());
        late.send(request(425));
        return CompletableFuture.supplyAsync(() -> {
            try (late) {
                return late.readToTheEnd();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Connection database(FacadeProcess facade) throws IOException, SQLException {
        Matcher port = PORT.matcher(facade.log());
        assertThat(port.find()).isTrue();
        String password = Files.readString(folder.resolve("data/password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/dragoman", "dragoman", password);
    }

    private static void lockPeople(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table person in access exclusive mode");
        }
    }

    private static boolean isGone(Connection database) throws SQLException {
        return !database.isValid(1);
    }
}
