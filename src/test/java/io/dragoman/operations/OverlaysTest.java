package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kustomize makes of the overlays is whole. */
class OverlaysTest {

    @BeforeAll
    static void kustomize() {
        assumeTrue(Programs.isThere("kubectl"), "kubectl is not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void what_pods_refer_to_is_there(String overlay) {
        Manifests manifests = render(overlay);

        assertThat(manifests.pods()).isNotEmpty();
        assertThat(configMapsOf(manifests)).isSubsetOf(names(manifests, ConfigMap.class));
        assertThat(secretsOf(manifests)).isSubsetOf(secrets(manifests));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void pods_keep_to_the_restricted_profile_and_write_nothing_but_their_volumes(String overlay) {
        assertThat(render(overlay).pods()).isNotEmpty().allSatisfy(pod -> {
            PodSpec spec = pod.getSpec();
            assertThat(spec.getAutomountServiceAccountToken()).isFalse();
            assertThat(spec.getEnableServiceLinks()).isFalse();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(spec.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(spec.getContainers()).allSatisfy(OverlaysTest::isRestricted);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void services_select_pods_that_are_there(String overlay) {
        Manifests manifests = render(overlay);

        assertThat(manifests
                        .all(Service.class)
                        .filter(service -> !service.getSpec().getSelector().isEmpty()))
                .isNotEmpty()
                .allMatch(service -> manifests.pods().stream()
                        .anyMatch(pod -> pod.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(service.getSpec().getSelector().entrySet())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void nothing_is_let_in_or_out_unless_a_policy_names_it(String overlay) {
        assertThat(render(overlay).all(NetworkPolicy.class)).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEmpty();
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void the_facade_and_its_migration_are_one_version(String overlay) {
        assertThat(render(overlay).pods())
                .flatMap(pod -> pod.getSpec().getContainers())
                .extracting(Container::getImage)
                .filteredOn(image -> image.startsWith("dragoman"))
                .hasSize(2)
                .containsOnly("dragoman:1.0.0");
    }

    private static void isRestricted(Container container) {
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
    }

    private static Manifests render(String overlay) {
        return Manifests.parse(Programs.run(
                "kubectl",
                "kustomize",
                Manifests.K8S.resolve("overlays/" + overlay).toString()));
    }

    private static List<String> configMapsOf(Manifests manifests) {
        return containers(manifests)
                .flatMap(container -> container.getEnvFrom().stream())
                .map(source -> source.getConfigMapRef().getName())
                .toList();
    }

    private static List<String> secretsOf(Manifests manifests) {
        return containers(manifests)
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName())
                .toList();
    }

    /** Those of the overlay, those fetched from elsewhere, and those the database's operator makes. */
    private static Set<String> secrets(Manifests manifests) {
        return Stream.of(
                        names(manifests, Secret.class).stream(),
                        manifests
                                .all(CustomResources.ExternalSecret.class)
                                .map(secret -> secret.spec().target().name()),
                        manifests
                                .all(CustomResources.Cluster.class)
                                .map(cluster -> cluster.metadata().getName() + "-app"))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Stream<Container> containers(Manifests manifests) {
        return manifests.pods().stream().map(PodTemplateSpec::getSpec).flatMap(spec -> spec.getContainers().stream());
    }

    private static Set<String> names(Manifests manifests, Class<? extends HasMetadata> type) {
        return manifests
                .all(type)
                .map(resource -> resource.getMetadata().getName())
                .collect(Collectors.toSet());
    }
}
