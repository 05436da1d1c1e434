package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What deploy and k8s configure is there to be configured. */
class ConfigurationKeysTest {

    /** Quarkus's keys that the application leaves at their defaults; the image's test starts it with them. */
    static final List<String> OF_QUARKUS = List.of(
            "quarkus.datasource.reactive.postgresql.use-layer7-proxy",
            "quarkus.flyway.validate-at-start",
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.http.proxy.trusted-proxies",
            "quarkus.redis.hosts");

    private static final Set<String> VARIABLES = Stream.concat(Application.keys().stream(), OF_QUARKUS.stream())
            .map(Application::variable)
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void kubernetes_configures_keys_that_exist() {
        assertThat(Documents.filesBelow(Manifests.K8S))
                .filteredOn(file -> file.endsWith("kustomization.yaml"))
                .map(file -> Manifests.K8S.relativize(file).toString())
                .flatMap(file -> Application.literals(file).keySet())
                .isNotEmpty()
                .isSubsetOf(VARIABLES);
    }

    @Test
    void the_pods_variables_are_keys_that_exist() {
        assertThat(Stream.of("base/deployment.yaml", "base/migration-job.yaml")
                        .map(Manifests::in)
                        .flatMap(manifests -> manifests.pods().stream())
                        .flatMap(ConfigurationKeysTest::variables))
                .isNotEmpty()
                .isSubsetOf(VARIABLES);
    }

    @Test
    void compose_configures_keys_that_exist() {
        Compose compose = Compose.deployed();

        assertThat(compose.facades())
                .flatMap(service -> service.environment().keySet())
                .isNotEmpty()
                .isSubsetOf(VARIABLES);
    }

    private static Stream<String> variables(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .map(EnvVar::getName);
    }
}
