package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path home;

    @Test
    void a_large_log_is_put_aside() throws IOException {
        Files.write(home.resolve("postgres.log"), new byte[(4 << 20) + 1]);

        assertThat(ServerLog.rotated(home).size()).isZero();
        assertThat(home.resolve("postgres.log.1")).hasSize((4 << 20) + 1);
    }

    @Test
    void a_small_one_stays_and_only_what_came_later_is_reported() throws IOException {
        Files.writeString(home.resolve("postgres.log"), "yesterday\ntoday\n");

        ServerLog log = ServerLog.rotated(home);

        assertThat(log.since("yesterday\n".length())).isEqualTo("today");
        assertThat(log.since(log.size())).isEmpty();
    }
}
