package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the image without building it. */
class DockerfileTest {

    private static final Dockerfile DOCKERFILE = Dockerfile.read();
    private static final Deployment FACADE =
            Manifests.in("base/deployment.yaml").only(Deployment.class);
    private static final Container CONTAINER =
            FACADE.getSpec().getTemplate().getSpec().getContainers().get(0);

    @Test
    void runs_as_the_numbered_user_that_kubernetes_runs_it_as() {
        long user =
                FACADE.getSpec().getTemplate().getSpec().getSecurityContext().getRunAsUser();

        assertThat(DOCKERFILE.last("USER").text()).isEqualTo(user + ":" + user);
        assertThat(DOCKERFILE.last("USER").stage()).isEqualTo(DOCKERFILE.lastStage());
    }

    @Test
    void exposes_the_ports_that_the_application_listens_on_and_kubernetes_knows() {
        assertThat(DOCKERFILE.last("EXPOSE").text().split(" "))
                .containsExactlyElementsOf(CONTAINER.getPorts().stream()
                        .map(ContainerPort::getContainerPort)
                        .map(String::valueOf)
                        .toList());
        assertThat(Application.property("quarkus.http.port")).isNull();
        assertThat(Application.property("quarkus.management.port")).isNull();
    }

    @Test
    void starts_from_images_named_to_the_build() {
        assertThat(DOCKERFILE.all("ARG"))
                .extracting(Dockerfile.Instruction::text)
                .filteredOn(argument -> argument.contains("_IMAGE="))
                .hasSize(2)
                .allMatch(argument ->
                        argument.matches("\\w+=eclipse-temurin:25\\.\\d+\\.\\d+(\\.\\d+)?_\\d+-j(dk|re)-noble"));
    }

    @Test
    void the_cache_is_made_and_used_by_one_java_with_one_set_of_options() {
        List<String> runtimes = DOCKERFILE.all("FROM").stream()
                .map(Dockerfile.Instruction::text)
                .filter(from -> from.startsWith("${RUNTIME_IMAGE}"))
                .toList();

        assertThat(runtimes).hasSize(2);
        assertThat(DOCKERFILE.last("ENTRYPOINT").words()).contains("@/opt/dragoman/java.options");
        assertThat(Documents.read(Path.of("deploy/aot/Training.java"))).contains("\"java.options\"");
    }

    @Test
    void what_is_copied_is_there_and_is_sent_to_the_builder() {
        List<String> sent = Documents.read(Path.of(".dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(DOCKERFILE.all("COPY"))
                .filteredOn(copy -> copy.flag("from").isEmpty())
                .flatMap(copy -> sources(copy.withoutFlags()))
                .isNotEmpty()
                .allMatch(source -> Files.exists(Path.of(source)))
                .isSubsetOf(sent);
    }

    private static List<String> sources(String copy) {
        String[] words = copy.split(" ");
        return Arrays.asList(words).subList(0, words.length - 1);
    }
}
