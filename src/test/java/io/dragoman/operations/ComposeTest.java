package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Compose starts fits together. */
class ComposeTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Compose COMPOSE = Compose.deployed();

    @Test
    void two_replicas_and_a_migration_run_one_image_that_can_write_nothing_but_temporary_files() {
        assertThat(COMPOSE.facades()).hasSize(3).allSatisfy(service -> {
            assertThat(service.image()).isEqualTo("dragoman:1.0.0");
            assertThat(service.readOnly()).isTrue();
            assertThat(service.tmpfs()).startsWith("/tmp");
            assertThat(service.capDrop()).containsExactly("ALL");
        });
    }

    @Test
    void images_are_named_to_the_patch() {
        assertThat(COMPOSE.services().values())
                .extracting(Compose.Service::image)
                .allMatch(image -> image.matches("[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?"));
    }

    @Test
    void nothing_listens_but_on_this_machine() {
        assertThat(COMPOSE.services().values())
                .flatMap(service -> Objects.requireNonNullElse(service.ports(), List.of()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void mounted_files_are_there() {
        assertThat(COMPOSE.services().values().stream()
                        .flatMap(service -> Objects.requireNonNullElse(service.volumes(), List.<String>of()).stream())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> DEPLOY.resolve(volume.substring(0, volume.indexOf(':'))))
                        .filter(path -> !path.endsWith("certs")))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void prometheus_and_haproxy_know_the_replicas_by_their_names_and_ports() {
        List<String> replicas = COMPOSE.services().keySet().stream()
                .filter(name -> name.startsWith("facade-"))
                .sorted()
                .toList();
        String haproxy = Documents.read(DEPLOY.resolve("haproxy/haproxy.cfg"));

        assertThat(targets())
                .containsExactlyElementsOf(
                        replicas.stream().map(name -> name + ":9000").toList());
        assertThat(haproxy.lines().map(String::strip).filter(line -> line.startsWith("server ")))
                .containsExactlyElementsOf(replicas.stream()
                        .map(name -> "server " + name + " " + name + ":8080")
                        .toList());
    }

    private static Stream<String> targets() {
        Map<String, Object> config = Documents.only(DEPLOY.resolve("prometheus/prometheus.yml"));
        return list(config.get("scrape_configs"))
                .flatMap(job -> list(Documents.asMap(job).get("static_configs")))
                .flatMap(group -> list(Documents.asMap(group).get("targets")))
                .map(String.class::cast);
    }

    private static Stream<?> list(Object value) {
        return ((List<?>) value).stream();
    }
}
