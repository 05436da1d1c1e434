package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @TempDir
    Path temp;

    @Test
    void an_empty_folder_becomes_a_database() throws Exception {
        Path home = temp.toRealPath().resolve("not/yet/there");

        try (Instance instance = Instance.launch(home, true)) {
            instance.awaitAnswers(1);

            assertThat(instance.query("SELECT current_database() || ' ' || current_user"))
                    .isEqualTo("dragoman dragoman");
            assertThat(instance.query("SELECT version()")).startsWith("PostgreSQL 18.");
            assertThat(instance.query("SHOW fsync")).isEqualTo("on");
            assertThat(instance.query("SHOW synchronous_commit")).isEqualTo("on");
            assertThat(instance.query("SHOW full_page_writes")).isEqualTo("on");
            assertThat(instance.query("SHOW data_checksums")).isEqualTo("on");
            assertThat(instance.query("SELECT datcollversion || datlocale FROM pg_database WHERE datname = 'dragoman'"))
                    .isEqualTo("1C.UTF-8");
            assertThat(instance.query("SELECT 'Ü' ILIKE 'ü'")).isEqualTo("t");
            assertThat(DataFolders.names(home))
                    .hasSize(5)
                    .contains("cluster", "lock", "password", "postgres.log")
                    .anyMatch(name -> name.matches("binaries-\\d+"));
            assertThat(Files.readString(home.resolve("lock")).strip()).isEqualTo(String.valueOf(instance.pid()));
        }
    }

    @Test
    void only_the_owner_can_read_the_password() throws Exception {
        Path home = temp.toRealPath();

        String password = PasswordFile.of(home).readOrCreate(false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(password).hasSize(32);
        assertThat(PasswordFile.of(home).readOrCreate(true)).isEqualTo(password);
    }

    @Test
    void killed_while_unpacking_the_next_start_begins_anew() throws Exception {
        Path home = temp.toRealPath();
        try (Instance killed = Instance.launch(home)) {
            awaitEntry(home, "binaries-\\d+\\.tmp");
            killed.kill();
        }

        try (Instance next = Instance.ready(home)) {
            assertThat(next.query("SELECT 1")).isEqualTo("1");
            assertThat(DataFolders.names(home)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private static void awaitEntry(Path home, String pattern) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> DataFolders.names(home).stream().anyMatch(name -> name.matches(pattern)));
    }

    @Test
    void a_folder_that_cannot_be_created_is_named() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        try (Instance instance = Instance.launch(file.resolve("data"))) {
            assertThat(instance.exitCode()).isEqualTo(1);
            assertThat(instance.output())
                    .startsWith("Cannot start the embedded PostgreSQL in " + file
                            + "/data: cannot create the directory: " + file);
        }
    }
}
