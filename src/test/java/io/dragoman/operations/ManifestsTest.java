package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of k8s say only what Kubernetes knows, and the facade's own rules hold in them. */
class ManifestsTest {

    private static final Deployment FACADE =
            Manifests.in("base/deployment.yaml").only(Deployment.class);
    private static final PodSpec POD = FACADE.getSpec().getTemplate().getSpec();
    private static final Container CONTAINER = POD.getContainers().get(0);

    static Stream<Path> files() {
        return Documents.filesBelow(Manifests.K8S).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_says_only_what_its_types_know(Path file) {
        assertThat(Documents.in(file)).isNotEmpty().allSatisfy(Manifests::typed);
    }

    @Test
    void a_field_that_does_not_exist_is_an_error() {
        String misspelt = Documents.read(Manifests.K8S.resolve("base/deployment.yaml"))
                .replace("readOnlyRootFilesystem", "readOnlyRootFileSystem");

        assertThatThrownBy(() -> Manifests.parse(misspelt)).hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void three_replicas_are_replaced_one_by_one_without_a_gap() {
        RollingUpdateDeployment update = FACADE.getSpec().getStrategy().getRollingUpdate();

        assertThat(FACADE.getSpec().getReplicas()).isEqualTo(3);
        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
    }

    @Test
    void probes_ask_the_management_port() {
        assertThat(CONTAINER.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(CONTAINER.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(CONTAINER.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(List.of(CONTAINER.getStartupProbe(), CONTAINER.getReadinessProbe(), CONTAINER.getLivenessProbe()))
                .extracting(Probe::getHttpGet)
                .allSatisfy(get -> assertThat(get.getPort().getStrVal()).isEqualTo("management"));
    }

    @Test
    void nobody_stops_a_replica_before_it_has_taken_its_leave() {
        long before = CONTAINER.getLifecycle().getPreStop().getSleep().getSeconds();
        long delay = Application.configured("dragoman.shutdown.delay").toSeconds();
        long timeout = Application.configured("dragoman.shutdown.timeout").toSeconds();

        assertThat(POD.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(before + delay + timeout + 5);
    }

    @Test
    void a_replica_that_stops_is_noticed_while_it_still_serves() {
        Probe ready = CONTAINER.getReadinessProbe();

        assertThat(Application.configured("dragoman.shutdown.delay").toSeconds())
                .isGreaterThan((long) ready.getPeriodSeconds() * ready.getFailureThreshold());
    }
}
