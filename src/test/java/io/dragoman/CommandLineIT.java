package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes: what they end with and what they say. */
class CommandLineIT {

    @TempDir
    static Path folder;

    static FacadeProcess facade;

    @BeforeAll
    static void start() {
        facade = FacadeProcess.start(folder.resolve("data"), Operated.PROPERTIES);
    }

    @AfterAll
    static void stop() {
        facade.close();
    }

    @Test
    void accounts_are_made_and_listed() throws IOException, InterruptedException {
        Operated.Ended made =
                command("accounts", "create", "fresh", "--time-zone=Europe/Berlin", "--name=erply=400004");
        Operated.Ended listed = command("accounts", "list");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).isEqualTo("fresh\n");
        assertThat(listed.out()).contains("\"name\":\"acme\"", "\"name\":\"fresh\"", "Europe/Berlin", "400004");
    }

    @Test
    void what_was_not_done_is_told_kept_and_seen_in_the_exit_code() throws IOException, InterruptedException {
        command("accounts", "create", "rejecting");
        Path file = folder.resolve("some.ndjson");
        Files.writeString(file, """
                {"kind":"customer","login":"a","numbers":{"cscart":1}}
                {"kind":"customer","login":"b","numbers":{"cscart":0}}
                {"kind":"customer","login":"A"}
                {"kind":"customer","login":"d"}""");
        Path rejects = folder.resolve("rejects.ndjson");

        Operated.Ended ended = command("import", file.toString(), "--account=rejecting", "--rejects=" + rejects);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEqualTo("inserted 2, updated 0, unchanged 0, conflict 1, invalid 1\n");
        assertThat(ended.err())
                .contains(
                        "line 2: invalid /numbers/cscart is not above 0",
                        "line 3: conflict /login belongs to somebody else");
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "{\"kind\":\"customer\",\"login\":\"b\",\"numbers\":{\"cscart\":0}}",
                        "{\"kind\":\"customer\",\"login\":\"A\"}");
    }

    @Test
    void a_terminal_is_shown_a_bar_and_a_file_is_not() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "a program that makes a terminal");
        command("accounts", "create", "watched");
        Path file = Files.writeString(folder.resolve("watched.ndjson"), "{\"kind\":\"customer\",\"login\":\"a\"}\n");
        String line = String.join(
                " ",
                java(),
                "-jar",
                System.getProperty("dragoman.jar"),
                "import",
                "--account=watched",
                "--url=" + facade.uri("/"),
                file.toString());

        Operated.Ended watched = Operated.run(
                Map.of("DRAGOMAN_ADMIN_TOKEN", Operated.TOKEN),
                List.of("/usr/bin/script", "--quiet", "--return", "--command", line, "/dev/null"));
        Operated.Ended unwatched = command("import", "--account=watched", file.toString());

        assertThat(watched.out()).contains("\r[" + "#".repeat(30) + "] 100% 1 lines", "inserted 1");
        assertThat(unwatched.out() + unwatched.err()).doesNotContain("#", "\r");
    }

    @Test
    void everybody_is_handed_out() throws IOException, InterruptedException {
        Operated.Ended ended = command("export", "--account=acme");

        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).hasSize(8);
        assertThat(ended.out()).contains("\"login\":\"stephan\"", "Zoë").doesNotContain("argon2id");
    }

    @Test
    void misuse_ends_with_2_refusal_with_1_and_silence_with_3() throws IOException, InterruptedException {
        assertThat(command("import").code()).isEqualTo(2);
        assertThat(command("improt", "x").code()).isEqualTo(2);
        assertThat(command("export", "--account=nowhere").code()).isEqualTo(1);
        assertThat(Operated.command(Map.of(), facade.uri("/"), "accounts", "list")
                        .code())
                .isEqualTo(2);
        assertThat(Operated.command(Map.of("DRAGOMAN_ADMIN_TOKEN", "wrong"), facade.uri("/"), "accounts", "list")
                        .code())
                .isEqualTo(1);
        assertThat(Operated.command(URI.create("http://127.0.0.1:1"), "accounts", "list")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void no_command_says_the_token() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("token"), Operated.TOKEN + "\n");

        Operated.Ended ended = Operated.command(Map.of(), facade.uri("/"), "accounts", "list", "--token-file=" + file);
        Operated.Ended refused = command("export", "--account=nowhere");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out() + ended.err() + refused.out() + refused.err()).doesNotContain(Operated.TOKEN);
    }

    @Test
    void help_and_version_need_no_facade() throws IOException, InterruptedException {
        Operated.Ended help = bare("help");
        Operated.Ended version = bare("--version");

        assertThat(help.out()).contains("import", "export", "accounts", "keys", "migrate");
        assertThat(help.code()).isZero();
        assertThat(version.out()).startsWith("dragoman ");
    }

    @Test
    void the_schema_is_migrated_by_a_process_that_then_ends() throws IOException, InterruptedException {
        Operated.Ended ended = Operated.run(
                Map.of("DRAGOMAN_EMBEDDED_DIR", folder.resolve("migrated").toString()),
                List.of(java(), "-jar", System.getProperty("dragoman.jar"), "migrate"));
        Operated.Ended failed = Operated.run(
                Map.of(
                        "DRAGOMAN_DB_URL", "postgresql://127.0.0.1:1/none",
                        "DRAGOMAN_DB_USERNAME", "x",
                        "DRAGOMAN_DB_PASSWORD", "y"),
                List.of(java(), "-jar", System.getProperty("dragoman.jar"), "migrate"));

        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(failed.code()).isNotZero();
    }

    private static Operated.Ended command(String... arguments) throws IOException, InterruptedException {
        return Operated.command(facade.uri("/"), arguments);
    }

    private static Operated.Ended bare(String argument) throws IOException, InterruptedException {
        return Operated.run(Map.of(), List.of(java(), "-jar", System.getProperty("dragoman.jar"), argument));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
