package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people at once, in a process with a small heap. How many is {@code dragoman.test.people}: the profile
 * {@code scale} takes a million.
 */
class BulkIT {

    private static final int PEOPLE = Integer.getInteger("dragoman.test.people", 50_000);

    /** What is reached depends on what else the machine does; only a standstill must fail. */
    private static final int LEAST_A_SECOND = Integer.getInteger("dragoman.test.people-a-second", 500);

    private static final String[] SMALL = {"-Xmx256m", "-XX:+ExitOnOutOfMemoryError", Operated.PROPERTIES[0]};

    @TempDir
    Path folder;

    @Test
    void many_people_are_taken_in_within_a_heap_of_256_mebibytes() throws IOException, InterruptedException {
        Path file = Operated.people(folder.resolve("people.ndjson"), PEOPLE);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            Operated.makeAccount(facade, "many");
            long begin = System.nanoTime();

            Operated.Ended ended = takeIn(facade, file);

            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%,d people in %.1f s: %,.0f a second%n", PEOPLE, seconds, PEOPLE / seconds);
            // A machine that is held up makes the command repeat a portion, whose people are there then.
            assertThat(ended.out()).contains(", updated 0, ", ", conflict 0, invalid 0");
            assertThat(number("inserted (\\d+)", ended.out()) + number("unchanged (\\d+)", ended.out()))
                    .isEqualTo(PEOPLE);
            assertThat(ended.code()).isZero();
            assertThat(PEOPLE / seconds).isGreaterThan(LEAST_A_SECOND);
            assertThat(export(facade)).isEqualTo(PEOPLE);
            assertThat(facade.log()).doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void an_import_that_was_killed_half_way_ends_right_when_it_is_repeated() throws IOException, InterruptedException {
        int people = Math.min(PEOPLE, 10_000);
        Path file = Operated.people(folder.resolve("people.ndjson"), people);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            Operated.makeAccount(facade, "many");
            CompletableFuture<Void> broken = CompletableFuture.runAsync(() -> breakOff(facade, file));
            await().atMost(Duration.ofMinutes(2)).until(() -> ofFirst(facade, 5_000));
            facade.kill();
            assertThat(broken).failsWithin(Duration.ofMinutes(2));
        }
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            long before = export(facade);
            Operated.Ended again = takeIn(facade, file);

            assertThat(before).isBetween(5_000L, people - 1L);
            assertThat(again.out())
                    .contains("inserted " + (people - before) + ", updated 0, unchanged " + before + ", conflict 0");
            assertThat(export(facade)).isEqualTo(people);
            assertThat(takeIn(facade, file).out()).contains("unchanged " + people);
        }
    }

    /** The results of far more lines than fit what lies between the two: the sender is held up, and nothing is lost. */
    @Test
    void a_sender_who_does_not_read_results_is_held_up_until_he_does() throws IOException, InterruptedException {
        int people = Math.min(PEOPLE, 10_000);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), facade.uri("/").getPort())) {
            Operated.makeAccount(facade, "many");
            socket.setReceiveBufferSize(4_096);
            AtomicLong sent = new AtomicLong();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendAll(socket, people, sent));

            long lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .peek(line -> assertThat(sent.get()).isPositive())
                    .takeWhile(line -> !line.contains("summary"))
                    .filter(line -> line.startsWith("{\"line\""))
                    .count();

            assertThat(lines).isEqualTo(people);
            assertThat(sender).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private static int number(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static void sendAll(Socket socket, int people, AtomicLong sent) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /admin/v1/accounts/many/people:import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Operated.TOKEN + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= people; i++) {
                byte[] line = (Operated.person(i) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                sent.incrementAndGet();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Operated.Ended takeIn(FacadeProcess facade, Path file) throws IOException, InterruptedException {
        return Operated.command(facade.uri("/"), "import", "--account=many", file.toString());
    }

    /** Sends all of it in one request, as the command would go on after the kill. */
    private static void breakOff(FacadeProcess facade, Path file) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(facade.uri("/admin/v1/accounts/many/people:import?report=failures"))
                                    .header("Authorization", "Bearer " + Operated.TOKEN)
                                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the people up to a number are there. */
    private static boolean ofFirst(FacadeProcess facade, int number) throws IOException, InterruptedException {
        return facade.send(HttpRequest.newBuilder(
                                facade.uri("/admin/v1/accounts/many/people?system=picqer&number=" + number))
                        .header("Authorization", "Bearer " + Operated.TOKEN)
                        .GET())
                .body()
                .contains("\"picqer\":" + number);
    }

    private long export(FacadeProcess facade) throws IOException, InterruptedException {
        Path out = folder.resolve("export.ndjson");
        Operated.Ended ended = Operated.command(facade.uri("/"), "export", "--account=many", "--output=" + out);
        assertThat(ended.code()).isZero();
        try (Stream<String> lines = Files.lines(out)) {
            return lines.count();
        }
    }
}
