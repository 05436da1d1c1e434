package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the guide {@code moving-in.md} as it is printed. The old systems are a facade with the demo data,
 * which speaks as they do; {@code curl} finds them and the new facade by other addresses than the guide's.
 */
class MovingInIT {

    private static final Path GUIDE = Path.of("src/docs/moving-in.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void the_guide_leads_from_four_old_systems_to_working_clients() throws IOException, InterruptedException {
        assumeTrue(Stream.of("bash", "curl", "jq").allMatch(MovingInIT::isThere), "bash, curl and jq");
        try (FacadeProcess old = FacadeProcess.start(folder.resolve("old"));
                FacadeProcess facade =
                        FacadeProcess.start(folder.resolve("new"), Operated.PROPERTIES[0], "-Ddragoman.demo=false")) {
            Operated.Ended ended = run(guide(), old, facade);

            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out())
                    .contains(
                            "inserted 6, updated 0, unchanged 0, conflict 0, invalid 0", // Picqer
                            "inserted 2, updated 6, unchanged 0, conflict 0, invalid 0", // CS-Cart
                            "\"iduser\":423",
                            "<email>info@example.com</email>",
                            "\"userName\":\"admin\"",
                            "\"user_login\":\"admin\"",
                            "\"userName\":\"sara\"")
                    .doesNotContain("\"responseStatus\":\"error\"");
            assertThat(exported())
                    .hasSize(8)
                    .filteredOn(MovingInIT::isStaff)
                    .allSatisfy(person -> assertThat(person.path("numbers")).hasSize(4));
        }
    }

    private static String guide() throws IOException {
        return Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```sh\n", "").replace("```", ""))
                .collect(Collectors.joining());
    }

    private Operated.Ended run(String script, FacadeProcess old, FacadeProcess facade)
            throws IOException, InterruptedException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        program(programs, "curl", """
                exec %s --connect-to localhost:8080:127.0.0.1:%d --connect-to ::127.0.0.1:%d "${@//https:/http:}"
                """.formatted(where("curl"), facade.port(), old.port()));
        program(programs, "dragoman", """
                exec %s -Xmx128m -jar %s "$@" --url=%s
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("dragoman.jar"),
                        facade.uri("/")));
        program(programs, "mysql", """
                echo '{"user_id": 1, "password": "'$(printf %s "$RANDOM" | sha256sum | cut -c1-64)'", "salt": "xyz", "api_key": "'$CSCART_KEY'"}'
                echo '{"user_id": 8, "password": "'$(printf %s "$SHOP_PASSWORD" | md5sum | cut -c1-32)'", "salt": "", "api_key": ""}'
                """);
        Path filters = Files.createDirectory(folder.resolve("moving-in"));
        try (Stream<Path> files = Files.list(GUIDE.resolveSibling("moving-in"))) {
            for (Path filter : files.toList()) {
                Files.copy(filter, filters.resolve(filter.getFileName()));
            }
        }
        return Operated.run(
                Map.of(
                        "PATH", programs + File.pathSeparator + System.getenv("PATH"),
                        "DRAGOMAN_ADMIN_TOKEN", Operated.TOKEN,
                        "PICQER_KEY", "acme-picqer-key",
                        "BILLOMAT_KEY", "acme-billomat-key",
                        "CSCART_KEY", "acme-cscart-key",
                        "ERPLY_USER", "admin",
                        "ERPLY_PASSWORD", "demo-admin-1",
                        "SHOP_USER", "sara",
                        "SHOP_PASSWORD", "as in the shop"),
                List.of(where("bash"), "-euo", "pipefail", "-c", "cd " + filters + "\n" + script));
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<JsonNode> exported() throws IOException {
        return Files.readAllLines(folder.resolve("moving-in/acme.ndjson")).stream()
                .map(MovingInIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStaff(JsonNode person) {
        return person.path("kind").asText().equals("staff");
    }

    private static boolean isThere(String program) {
        return !where(program).isEmpty();
    }

    /** The path of a program, empty where there is none. */
    private static String where(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }
}
