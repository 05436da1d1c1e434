package io.dragoman.operations;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/** What is used of CloudNativePG's and External Secrets' resources, written down from their references. */
final class CustomResources {

    private CustomResources() {}

    record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, ExternalSecretSpec spec) {}

    record ExternalSecretSpec(
            String refreshInterval, StoreReference secretStoreRef, Target target, List<SecretEntry> data) {}

    record StoreReference(String kind, String name) {}

    record Target(String name, String creationPolicy) {}

    record SecretEntry(String secretKey, RemoteReference remoteRef) {}

    record RemoteReference(String key, String property) {}

    record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

    record ClusterSpec(
            int instances,
            String imageName,
            PostgresConfiguration postgresql,
            Bootstrap bootstrap,
            InheritedMetadata inheritedMetadata,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            Affinity affinity,
            Monitoring monitoring) {}

    record PostgresConfiguration(Synchronous synchronous, Map<String, String> parameters) {}

    record Synchronous(String method, int number) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            NameReference secret,
            String encoding,
            String localeProvider,
            String builtinLocale) {}

    record NameReference(String name) {}

    record InheritedMetadata(Map<String, String> labels) {}

    record Storage(String size) {}

    record Affinity(String topologyKey) {}

    record Monitoring(boolean enablePodMonitor) {}

    record Pooler(String apiVersion, String kind, ObjectMeta metadata, PoolerSpec spec) {}

    record PoolerSpec(
            NameReference cluster, String type, int instances, PgBouncer pgbouncer, PodTemplateSpec template) {}

    record PgBouncer(String poolMode, Map<String, String> parameters) {}
}
