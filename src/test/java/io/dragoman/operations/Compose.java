package io.dragoman.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is used of Compose's file format, in which a field that does not exist is an error. */
record Compose(
        String name,
        Map<String, Service> services,
        Map<String, Network> networks,
        Map<String, @Nullable Object> volumes) {

    record Service(
            String image,
            @Nullable Build build,
            @Nullable List<String> command,
            @Nullable Map<String, String> environment,
            @Nullable List<String> ports,
            @Nullable List<String> volumes,
            @JsonProperty("depends_on") @Nullable Object dependsOn,
            @Nullable Health healthcheck,
            @JsonProperty("read_only") boolean readOnly,
            @Nullable String tmpfs,
            @JsonProperty("cap_drop") @Nullable List<String> capDrop,
            @JsonProperty("security_opt") @Nullable List<String> securityOpt,
            @JsonProperty("mem_limit") @Nullable String memLimit,
            @Nullable Double cpus,
            @JsonProperty("stop_grace_period") @Nullable String stopGracePeriod,
            @JsonProperty("stop_signal") @Nullable String stopSignal,
            @Nullable String restart) {}

    record Build(String context, String dockerfile) {}

    record Health(List<String> test, String interval, String timeout, int retries) {}

    record Network(Ipam ipam) {}

    record Ipam(List<Map<String, String>> config) {}

    /** As it is deployed. Extensions serve the file's own merging, which is done when it has been read. */
    static Compose deployed() {
        Map<String, Object> document = Documents.only(Path.of("deploy/compose.yaml"));
        document.keySet().removeIf(name -> name.startsWith("x-"));
        return Documents.as(Compose.class, document);
    }

    /** What a service is told to run. */
    List<String> command(String service) {
        return Objects.requireNonNull(named(service).command());
    }

    /** The variables of a service where nobody has set those of the file. */
    Map<String, String> environment(String service) {
        Map<String, String> environment =
                new HashMap<>(Objects.requireNonNull(named(service).environment()));
        environment.replaceAll((name, value) -> value.replaceAll("\\$\\{\\w+:-([^}]*)}", "$1"));
        return environment;
    }

    private Service named(String service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** The services that run the facade's image. */
    List<Service> facades() {
        return services.values().stream()
                .filter(service -> service.build() != null)
                .toList();
    }
}
