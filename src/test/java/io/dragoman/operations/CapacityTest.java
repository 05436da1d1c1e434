package io.dragoman.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However many replicas there are, their pools fit what the database accepts. */
class CapacityTest {

    /** PostgreSQL's own reserve, and what CloudNativePG's manager and exporter use. */
    private static final int RESERVED = 3 + 7;

    /** What PostgreSQL accepts when nobody says otherwise. */
    private static final int DEFAULT_CONNECTIONS = 100;

    private static final Map<String, String> CONFIGURATION = Application.configuration();
    private static final Deployment FACADE =
            Manifests.in("base/deployment.yaml").only(Deployment.class);
    private static final CustomResources.Pooler POOLER =
            Manifests.in("components/cloudnative-pg/pooler.yaml").only(CustomResources.Pooler.class);

    @Test
    void the_pooler_and_what_passes_it_by_fit_the_database() {
        int accepted = Integer.parseInt(Manifests.in("components/cloudnative-pg/cluster.yaml")
                .only(CustomResources.Cluster.class)
                .spec()
                .postgresql()
                .parameters()
                .get("max_connections"));
        int pooled = POOLER.spec().instances() * pooler("default_pool_size");

        assertThat(pooled + mostReplicas() * besidePool() + migration() + RESERVED)
                .isLessThanOrEqualTo(accepted);
    }

    @Test
    void all_replicas_pools_fit_one_instance_of_the_pooler() {
        assertThat(mostReplicas() * pool()).isLessThanOrEqualTo(pooler("max_client_conn"));
    }

    @Test
    void without_a_pooler_three_replicas_and_one_more_fit_a_database_with_its_defaults() {
        int replicas = FACADE.getSpec().getReplicas() + surge();

        assertThat(replicas * (pool() + listener()) + migration() + 3).isLessThanOrEqualTo(DEFAULT_CONNECTIONS);
    }

    private static int mostReplicas() {
        return Manifests.in("overlays/production/autoscaler.yaml")
                        .only(HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getMaxReplicas()
                + surge();
    }

    private static int surge() {
        return FACADE.getSpec().getStrategy().getRollingUpdate().getMaxSurge().getIntVal();
    }

    private static int pool() {
        return Integer.parseInt(CONFIGURATION.get(Application.variable("quarkus.datasource.reactive.max-size")));
    }

    /** A replica's own sessions: the listener, and at a start those that compare the schema. */
    private static int besidePool() {
        return listener() + jdbc();
    }

    private static int listener() {
        return 1;
    }

    private static int migration() {
        return jdbc();
    }

    private static int jdbc() {
        return Integer.parseInt(Application.property("quarkus.datasource.jdbc.max-size"));
    }

    private static int pooler(String parameter) {
        return Integer.parseInt(POOLER.spec().pgbouncer().parameters().get(parameter));
    }
}
