package io.dragoman.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The table of a run: a line a workload, printed as soon as it is known, and the same as JSON at the end. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final ArrayNode lines = JSON.createArrayNode();

    Report(Options options) {
        this.options = options;
        System.out.println("| workload | req/s | bare req/s | ratio | wanted | p50 ms | p99 ms | bare p99 ms"
                + " | CPU s/1,000 | bare CPU s/1,000 | RSS MB | unexpected |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    void add(Workload workload, List<Drive> facade, List<Drive> bare) {
        double ratio = median(IntStream.range(0, facade.size())
                .mapToDouble(i -> facade.get(i).perSecond() / bare.get(i).perSecond())
                .toArray());
        ObjectNode line = lines.addObject()
                .put("workload", workload.name())
                .put("requestsPerSecond", median(facade, Drive::perSecond))
                .put("bareRequestsPerSecond", median(bare, Drive::perSecond))
                .put("ratio", ratio)
                .put("wanted", workload.atLeast())
                .put("p50", median(facade, drive -> millis(drive.p50())))
                .put("p99", median(facade, drive -> millis(drive.p99())))
                .put("bareP99", median(bare, drive -> millis(drive.p99())))
                .put("cpuSecondsPerThousand", median(facade, Drive::cpuPerThousand))
                .put("bareCpuSecondsPerThousand", median(bare, Drive::cpuPerThousand))
                .put("rssMegabytes", median(facade, drive -> drive.rss() / 1e6))
                .put(
                        "unexpected",
                        facade.stream().mapToLong(Drive::unexpected).sum()
                                + bare.stream().mapToLong(Drive::unexpected).sum());
        print(line);
    }

    void finish() throws IOException {
        ObjectNode result = JSON.createObjectNode()
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", System.getProperty("java.version"))
                .put("connections", options.connections())
                .put("rounds", options.rounds())
                .put("staff", options.staff())
                .put("customers", options.customers());
        result.set("workloads", lines);
        JSON.writerWithDefaultPrettyPrinter().writeValue(options.json().toFile(), result);
        System.out.println("# the same as JSON: " + options.json());
    }

    private static void print(ObjectNode line) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %s | %.1f | %.1f | %.1f | %.3f | %.3f | %.0f | %d |%n",
                line.get("workload").asText(),
                line.get("requestsPerSecond").asDouble(),
                line.get("bareRequestsPerSecond").asDouble(),
                line.get("ratio").asDouble(),
                line.get("wanted").asDouble() == 0 ? "" : line.get("wanted").asText(),
                line.get("p50").asDouble(),
                line.get("p99").asDouble(),
                line.get("bareP99").asDouble(),
                line.get("cpuSecondsPerThousand").asDouble(),
                line.get("bareCpuSecondsPerThousand").asDouble(),
                line.get("rssMegabytes").asDouble(),
                line.get("unexpected").asLong());
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static double median(List<Drive> drives, ToDoubleFunction<Drive> figure) {
        return median(drives.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
