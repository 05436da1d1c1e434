package io.dragoman.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A JVM of its own that uses the embedded database of a folder, and can be killed. */
final class Instance implements AutoCloseable {

    private final Path home;
    private final Path output;
    private final Process process;

    private Instance(Path home, Path output, Process process) {
        this.home = home;
        this.output = output;
        this.process = process;
    }

    static Instance launch(Path home, boolean durable) throws IOException {
        Path output = Files.createTempFile("instance", ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Ddir=" + home,
                        "-Ddurable=" + durable,
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Instance(home, output, process);
    }

    static Instance launch(Path home) throws IOException {
        return launch(home, true);
    }

    static Instance ready(Path home) throws IOException {
        Instance instance = launch(home);
        instance.awaitAnswers(1);
        return instance;
    }

    /** What the program answers to one more question. */
    String ask(String command) throws IOException {
        int before = answers().size();
        Writer input = process.outputWriter();
        input.write(command + "\n");
        input.flush();
        return awaitAnswers(before + 1);
    }

    String awaitAnswers(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .failFast(() -> assertThat(process.isAlive()).as(output()).isTrue())
                .until(() -> answers().size() >= count);
        return answers().get(count - 1);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exitCode() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    long serverPid() throws IOException {
        return Postmaster.pid(home.resolve("cluster")).orElseThrow();
    }

    void update(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    String query(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** As {@code kill -9} would. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    /** As {@code kill -9} of the process and all it has started would, but for the server. */
    void killWithWatchdog() {
        List<ProcessHandle> helpers = process.descendants()
                .filter(helper -> !Processes.isRunning(helper.pid(), home))
                .toList();
        helpers.forEach(ProcessHandle::destroyForcibly);
        kill();
        await().until(() -> helpers.stream().noneMatch(ProcessHandle::isAlive));
    }

    void killServer() {
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            Processes.of(home).forEach(ProcessHandle::destroyForcibly);
            return Processes.of(home).isEmpty();
        });
    }

    /** Ends the instance and whatever runs in its folder. */
    @Override
    public void close() throws IOException {
        kill();
        killServer();
        Files.delete(output);
    }

    private Connection connect() throws IOException, SQLException {
        List<String> answers = answers();
        String password = PasswordFile.of(home).read();
        return DriverManager.getConnection("jdbc:" + answers.get(answers.size() - 1), Access.NAME, password);
    }

    private List<String> answers() {
        return output().lines()
                .filter(line -> line.startsWith(InstanceMain.READY))
                .map(line -> line.substring(InstanceMain.READY.length()))
                .toList();
    }
}
