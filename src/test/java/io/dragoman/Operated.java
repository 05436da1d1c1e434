package io.dragoman;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A packaged facade with an operator's API, and the command line that speaks to it. */
final class Operated {

    static final String TOKEN = "token-of-a-test-operator";
    static final String[] PROPERTIES = {"-Ddragoman.admin.token=" + TOKEN};

    private Operated() {}

    /** What a command ended with, and what it said. */
    record Ended(int code, String out, String err) {}

    /** An account that the demo data does not have, with a role for its staff. */
    static void makeAccount(FacadeProcess facade, String name) throws IOException, InterruptedException {
        post(facade, "/accounts", "{\"name\":\"" + name + "\"}");
    }

    static HttpResponse<String> post(FacadeProcess facade, String path, String body)
            throws IOException, InterruptedException {
        return facade.send(HttpRequest.newBuilder(facade.uri("/admin/v1" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static Ended command(URI url, String... arguments) throws IOException, InterruptedException {
        return command(Map.of("DRAGOMAN_ADMIN_TOKEN", TOKEN), url, arguments);
    }

    static Ended command(Map<String, String> environment, URI url, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("dragoman.jar")));
        line.addAll(Arrays.asList(arguments));
        line.add("--url=" + url);
        return run(environment, line);
    }

    static Ended run(Map<String, String> environment, List<String> line) throws IOException, InterruptedException {
        Path err = Files.createTempFile("command", ".err");
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            return new Ended(code, said, Files.readString(err));
        } finally {
            Files.deleteIfExists(err);
        }
    }

    /** A file of customers with a number in each of four systems. */
    static Path people(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 1; i <= count; i++) {
                out.write(person(i));
                out.write('\n');
            }
        }
        return file;
    }

    static String person(int i) {
        int mixed = (i * 0x9E3779B9) >>> 1;
        String first = FIRST[mixed % FIRST.length];
        String last = LAST[mixed / 64 % LAST.length] + (i % 3 == 0 ? "" : Integer.toHexString(mixed & 0xffff));
        String login = (first + '.' + last + '-' + i).toLowerCase(Locale.ROOT).replace(" ", "");
        return "{\"kind\":\"customer\",\"login\":\"" + login + "\",\"email\":\"" + login
                + "@example.com\",\"firstName\":\""
                + first + "\",\"lastName\":\"" + last + "\",\"phone\":\"+31 6 " + (10_000_000 + i)
                + "\",\"locale\":\"nl_NL\",\"timeZone\":\"Europe/Amsterdam\",\"active\":true,\"numbers\":{\"picqer\":"
                + i
                + ",\"billomat\":" + (i + 1_000) + ",\"erply\":" + (i + 2_000) + ",\"cscart\":" + (i + 3_000)
                + "},\"created\":\"2015-07-24T10:11:20Z\",\"updated\":\"2020-01-01T00:00:00Z\"}";
    }

    private static final String[] FIRST = {
        "Anna", "Bernd", "Carla", "Dieter", "Eva", "Frank", "Gerda", "Hans", "Ida", "Jan", "Karin", "Lars", "Maria",
        "Nils", "Olga", "Peter", "Quentin", "Rosa", "Søren", "Tina", "Ulrich", "Vera", "Willem", "Zoë"
    };
    private static final String[] LAST = {
        "Müller",
        "Schmidt",
        "Jansen",
        "de Vries",
        "van den Berg",
        "Bakker",
        "Visser",
        "Smit",
        "Meijer",
        "de Boer",
        "Mulder",
        "de Groot",
        "Bos",
        "Vos",
        "Peters",
        "Hendriks",
        "Dekker",
        "Brouwer",
        "Kowalski",
        "Nowak",
        "Rossi"
    };
}
