package io.dragoman.operations;

import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Resources of Kubernetes by their types, in which a field that does not exist is an error. */
record Manifests(List<Object> resources) {

    static final Path K8S = Path.of("k8s");

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            entry("v1 ConfigMap", ConfigMap.class),
            entry("v1 Namespace", Namespace.class),
            entry("v1 Secret", Secret.class),
            entry("v1 Service", Service.class),
            entry("v1 ServiceAccount", ServiceAccount.class),
            entry("apps/v1 Deployment", Deployment.class),
            entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            entry("batch/v1 Job", Job.class),
            entry("gateway.networking.k8s.io/v1 Gateway", Gateway.class),
            entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            entry("networking.k8s.io/v1 Ingress", Ingress.class),
            entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            entry("kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class),
            entry("kustomize.config.k8s.io/v1alpha1 Component", Kustomization.class),
            entry("external-secrets.io/v1 ExternalSecret", CustomResources.ExternalSecret.class),
            entry("postgresql.cnpg.io/v1 Cluster", CustomResources.Cluster.class),
            entry("postgresql.cnpg.io/v1 Pooler", CustomResources.Pooler.class));

    static Manifests in(String file) {
        return new Manifests(
                Documents.in(K8S.resolve(file)).stream().map(Manifests::typed).toList());
    }

    static Manifests parse(String text) {
        return new Manifests(
                Documents.parse(text).stream().map(Manifests::typed).toList());
    }

    static Object typed(Map<String, Object> document) {
        String type = document.get("apiVersion") + " " + document.get("kind");
        Class<?> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("no type is known for " + type);
        }
        return Documents.as(known, document);
    }

    <T> Stream<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }

    <T> T only(Class<T> type) {
        List<T> found = all(type).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    /** The pods of the facade and of what it brings along. */
    List<PodTemplateSpec> pods() {
        return Stream.concat(
                        all(Deployment.class)
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        all(Job.class).map(job -> job.getSpec().getTemplate()))
                .toList();
    }

    Deployment facade() {
        return all(Deployment.class)
                .filter(deployment -> deployment.getMetadata().getName().equals("dragoman"))
                .findFirst()
                .orElseThrow();
    }
}
