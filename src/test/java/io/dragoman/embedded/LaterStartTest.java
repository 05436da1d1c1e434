package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LaterStartTest {

    @RegisterExtension
    static final DataFolders FOLDERS = new DataFolders();

    @TempDir
    Path temp;

    private Path home = Path.of("");

    @BeforeEach
    void copy_an_initialised_folder() throws IOException {
        home = FOLDERS.copyTo(temp.toRealPath());
    }

    @Test
    void the_data_are_still_there() throws Exception {
        String password = PasswordFile.of(home).read();
        try (Instance first = Instance.ready(home)) {
            insert(first);
        }

        try (Instance second = Instance.ready(home)) {
            assertThat(rows(second)).isEqualTo("1");
            assertThat(PasswordFile.of(home).read()).isEqualTo(password);
        }
    }

    @Test
    void a_second_instance_is_refused_and_the_first_unharmed() throws Exception {
        try (Instance first = Instance.ready(home)) {
            insert(first);

            Instance second = Instance.launch(home);

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .startsWith("Cannot start the embedded PostgreSQL in " + home
                            + ": the directory is in use by another instance, process " + first.pid());
            assertThat(rows(first)).isEqualTo("1");
            assertThat(Files.readString(home.resolve("lock"))).isEqualTo(first.pid() + "\n");
        }
    }

    @Test
    void the_server_ends_with_its_jvm() throws Exception {
        try (Instance instance = Instance.ready(home)) {
            instance.kill();

            await().pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(Processes.of(home)).isEmpty());
            assertThat(home.resolve("cluster/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void an_immediate_restart_after_a_kill_keeps_what_was_committed() throws Exception {
        Instance first = Instance.ready(home);
        insert(first);
        first.kill();

        try (Instance second = Instance.ready(home)) {
            assertThat(rows(second)).isEqualTo("1");
            first.close();
        }
    }

    @Test
    void a_server_left_behind_is_stopped_and_another_started() throws Exception {
        Instance first = Instance.ready(home);
        insert(first);
        long orphan = first.serverPid();
        first.killWithWatchdog();
        assertThat(Processes.isRunning(orphan, home)).isTrue();

        try (Instance second = Instance.ready(home)) {
            assertThat(rows(second)).isEqualTo("1");
            assertThat(Processes.isRunning(orphan, home)).isFalse();
            assertThat(second.serverPid()).isNotEqualTo(orphan);
            assertThat(second.output()).contains("Stopping the PostgreSQL (process " + orphan + ")");
        }
    }

    @Test
    void killed_with_all_its_processes_it_recovers_what_was_committed() throws Exception {
        Instance first = Instance.ready(home);
        insert(first);
        first.killWithWatchdog();
        first.killServer();

        try (Instance second = Instance.ready(home)) {
            assertThat(rows(second)).isEqualTo("1");
        }
    }

    @Test
    void killed_while_creating_the_cluster_the_next_start_begins_anew() throws Exception {
        Path fresh = FOLDERS.linkBinaries(temp.resolve("fresh"));
        Instance killed = Instance.launch(fresh);
        await().pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(fresh.resolve("cluster.tmp/base")));
        killed.kill();

        try (Instance next = Instance.ready(fresh)) {
            assertThat(next.query("SELECT 1")).isEqualTo("1");
            assertThat(fresh.resolve("cluster.tmp")).doesNotExist();
        }
    }

    @Test
    void leftovers_of_interrupted_starts_and_of_other_versions_are_dropped() throws Exception {
        for (String leftover : new String[] {"cluster.tmp", "binaries-7.tmp", "binaries-7"}) {
            Files.writeString(Files.createDirectory(home.resolve(leftover)).resolve("PG_VERSION"), "18");
        }
        Files.writeString(home.resolve("password.tmp"), "half");

        try (Instance instance = Instance.ready(home)) {
            assertThat(instance.query("SELECT 1")).isEqualTo("1");
            assertThat(DataFolders.names(home))
                    .doesNotContain("cluster.tmp", "binaries-7.tmp", "binaries-7", "password.tmp");
        }
    }

    @Test
    void a_strangers_process_number_in_the_pid_file_does_not_hinder() throws Exception {
        Files.writeString(
                home.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n" + home + "/cluster\n");

        try (Instance instance = Instance.ready(home)) {
            assertThat(instance.query("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_class_loader_more_finds_the_same_server() throws Exception {
        try (Instance instance = Instance.ready(home)) {
            String url = instance.awaitAnswers(1);
            long server = instance.serverPid();

            assertThat(instance.ask(InstanceMain.RELOADED)).isEqualTo(url);
            assertThat(instance.serverPid()).isEqualTo(server);
        }
    }

    @Test
    void a_server_that_died_comes_back_under_its_address_when_asked_for() throws Exception {
        try (Instance instance = Instance.ready(home)) {
            insert(instance);
            String url = instance.awaitAnswers(1);
            instance.killServer();

            assertThat(instance.ask(InstanceMain.AGAIN)).isEqualTo(url);
            assertThat(rows(instance)).isEqualTo("1");
        }
    }

    @Test
    void a_missing_password_is_told() throws Exception {
        Files.delete(home.resolve("password"));

        try (Instance instance = Instance.launch(home)) {
            assertThat(instance.exitCode()).isEqualTo(1);
            assertThat(instance.output()).contains("the database's password is missing: " + home + "/password");
        }
    }

    private static void insert(Instance instance) throws IOException, SQLException {
        instance.update("CREATE TABLE kept AS SELECT 1 AS id");
    }

    private static String rows(Instance instance) throws IOException, SQLException {
        return instance.query("SELECT count(*) FROM kept");
    }
}
