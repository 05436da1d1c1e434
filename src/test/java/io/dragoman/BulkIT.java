package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people at once, in a process with a small heap. How many is {@code dragoman.test.people}: the profile
 * {@code scale} takes a million.
 */
class BulkIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = Integer.getInteger("dragoman.test.people", 50_000);

    /** What is reached depends on what else the machine does; only a standstill must fail. */
    private static final int LEAST_A_SECOND = Integer.getInteger("dragoman.test.people-a-second", 500);

    /** With the collector of the image. */
    private static final String[] SMALL = {
        "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", Operated.PROPERTIES[0]
    };

    @TempDir
    Path folder;

    @AfterEach
    void waitForDatabase() {
        FacadeProcess.awaitDatabase(folder.resolve("data"));
    }

    @Test
    void many_people_are_taken_in_within_a_heap_of_256_mebibytes() throws IOException, InterruptedException {
        Path file = Operated.people(folder.resolve("people.ndjson"), PEOPLE);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            Operated.makeAccount(facade, "many");
            long begin = System.nanoTime();

            Operated.Ended ended = takeIn(facade.uri("/"), file);

            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%,d people in %.1f s: %,.0f a second%n", PEOPLE, seconds, PEOPLE / seconds);
            assertThat(ended.out()).isEqualTo(counts(PEOPLE, 0));
            assertThat(ended.code()).isZero();
            assertThat(PEOPLE / seconds).isGreaterThan(LEAST_A_SECOND);
            requireEverybody(facade, PEOPLE);
            assertThat(facade.log()).doesNotContain("OutOfMemoryError");
        }
    }

    @Test
    void an_import_that_was_killed_half_way_ends_right_when_it_is_repeated() throws IOException, InterruptedException {
        Path file = Operated.people(folder.resolve("people.ndjson"), PEOPLE);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            Operated.makeAccount(facade, "many");
            CompletableFuture<Void> broken = CompletableFuture.runAsync(() -> breakOff(facade, file));
            await().atMost(Duration.ofMinutes(5)).until(() -> isThere(facade, PEOPLE / 3));
            facade.kill();
            assertThat(broken).failsWithin(Duration.ofMinutes(2));
        }
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL)) {
            long before = export(facade);
            Operated.Ended again = takeIn(facade.uri("/"), file);

            assertThat(before).isBetween(PEOPLE / 3L, PEOPLE - 1L);
            assertThat(again.out()).isEqualTo(counts(PEOPLE - before, before));
            requireEverybody(facade, PEOPLE);
            assertThat(Operated.post(facade, "/accounts/many/people", "{\"kind\":\"customer\",\"login\":\"later\"}")
                            .body())
                    .contains("\"cscart\":" + (PEOPLE + 3_001));
        }
    }

    @Test
    void an_import_whose_connection_breaks_goes_on_behind_the_last_line_that_was_answered_for()
            throws IOException, InterruptedException {
        int people = 20_000;
        Path file = Operated.people(folder.resolve("people.ndjson"), people);
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL);
                FaultProxy proxy = FaultProxy.to(facade.port())) {
            Operated.makeAccount(facade, "many");
            CompletableFuture<Operated.Ended> command = CompletableFuture.supplyAsync(
                    () -> takeInUnchecked(URI.create("http://127.0.0.1:" + proxy.port() + "/"), file));
            await().atMost(Duration.ofMinutes(2)).until(() -> isThere(facade, people / 3));
            proxy.cut();

            Operated.Ended ended = command.join();

            assertThat(ended.err()).containsPattern("From line \\d*\\d{4} once more");
            assertThat(ended.code()).isZero();
            assertThat(number("inserted (\\d+)", ended.out()) + number("unchanged (\\d+)", ended.out()))
                    .isEqualTo(people);
            assertThat(number("unchanged (\\d+)", ended.out())).isLessThan(people / 3);
            requireEverybody(facade, people);
        }
    }

    /** The results of far more lines than fit what lies between the two: the sender is held up, and nothing is lost. */
    @Test
    void a_sender_who_does_not_read_results_is_held_up_until_he_does() throws IOException, InterruptedException {
        int lines = 400_000;
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL);
                Socket socket = new Socket()) {
            Operated.makeAccount(facade, "many");
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), facade.port()));
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendAll(socket, lines, sent));
            AtomicInteger before = new AtomicInteger();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());

            int heldUpAt = sent.get();
            long told = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .takeWhile(line -> !line.contains("summary"))
                    .filter(line -> line.startsWith("{\"line\""))
                    .count();

            assertThat(heldUpAt).isLessThan(lines);
            assertThat(told).isEqualTo(lines);
            assertThat(sender).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    /** A caller may use the connection of an import that has ended for longer than a body's rest is waited for. */
    @Test
    void the_connection_of_an_import_that_has_ended_stays_open() throws IOException, InterruptedException {
        String line = "{\"kind\":\"customer\",\"login\":\"a\"}";
        try (FacadeProcess facade = FacadeProcess.start(folder.resolve("data"), SMALL);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), facade.port())) {
            Operated.makeAccount(facade, "many");
            socket.getOutputStream().write(head("Content-Length: " + line.length()));
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            String answer = upTo("0\r\n\r\n", in);
            socket.setSoTimeout(6_000);

            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            assertThat(answer).contains("\"complete\":true");
        }
    }

    private static String upTo(String end, InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int sign = in.read();
            assertThat(sign).isNotNegative();
            read.append((char) sign);
        }
        return read.toString();
    }

    private static String counts(long inserted, long unchanged) {
        return "inserted " + inserted + ", updated 0, unchanged " + unchanged + ", conflict 0, invalid 0\n";
    }

    private static int number(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static byte[] head(String field) {
        return ("POST /admin/v1/accounts/many/people:import HTTP/1.1\r\nHost: localhost\r\n" + "Authorization: Bearer "
                        + Operated.TOKEN + "\r\n" + field + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Lines that are told of without being written anywhere. */
    private static void sendAll(Socket socket, int lines, AtomicInteger sent) {
        byte[] line = "{\"login\":\"x\",\"numbers\":{\"cscart\":0}}\n".getBytes(StandardCharsets.UTF_8);
        byte[] size = (Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 4_096);
            out.write(head("Transfer-Encoding: chunked"));
            for (int i = 1; i <= lines; i++) {
                out.write(size);
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                sent.incrementAndGet();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operated.Ended takeIn(URI facade, Path file) throws IOException, InterruptedException {
        return Operated.command(facade, "import", "--account=many", file.toString());
    }

    private static Operated.Ended takeInUnchecked(URI facade, Path file) {
        try {
            return takeIn(facade, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

    /** Whether the person of a number is there. */
    private static boolean isThere(FacadeProcess facade, int number) throws IOException, InterruptedException {
        return facade.send(HttpRequest.newBuilder(
                                facade.uri("/admin/v1/accounts/many/people?system=picqer&number=" + number))
                        .header("Authorization", "Bearer " + Operated.TOKEN)
                        .GET())
                .body()
                .contains("\"picqer\":" + number);
    }

    /** Each person of the file is there once, with what its line says. */
    private void requireEverybody(FacadeProcess facade, int people) throws IOException, InterruptedException {
        assertThat(export(facade)).isEqualTo(people);
        BitSet seen = new BitSet();
        try (Stream<String> lines = Files.lines(exported())) {
            lines.forEach(line -> requireAsInFile(line, seen));
        }
        assertThat(seen.cardinality()).isEqualTo(people);
    }

    private static void requireAsInFile(String exported, BitSet seen) {
        try {
            ObjectNode person = JSON.readValue(exported, ObjectNode.class);
            int number = person.path("numbers").path("picqer").asInt();
            ObjectNode line = JSON.readValue(Operated.person(number), ObjectNode.class);
            assertThat(person.retain(
                            line.properties().stream().map(Map.Entry::getKey).toList()))
                    .isEqualTo(line);
            seen.set(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long export(FacadeProcess facade) throws IOException, InterruptedException {
        Operated.Ended ended = Operated.command(facade.uri("/"), "export", "--account=many", "--output=" + exported());
        assertThat(ended.code()).isZero();
        try (Stream<String> lines = Files.lines(exported())) {
            return lines.count();
        }
    }

    private Path exported() {
        return folder.resolve("export.ndjson");
    }
}
