package io.dragoman.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a run is asked to do, from system properties that begin with {@code bench.}.
 *
 * @param rounds how often each workload is driven at each server
 * @param length of one drive
 * @param warmUp drive before the rounds
 * @param staff people with a number in every system
 * @param customers people of CS-Cart alone; 0 leaves the scale workloads out
 * @param database jar of the facade that brings the database along and is asked for nothing
 * @param jar of the facade that is measured
 * @param flags of all JVMs, those of the image unless given
 * @param cache flag that gives the measured facade its AOT cache, empty for none
 * @param profile whether each server records where its time and its allocations go, for {@code jfr print}
 * @param only names of workloads, all where empty
 */
record Options(
        int rounds,
        Duration length,
        Duration warmUp,
        int connections,
        int staff,
        int customers,
        Set<String> only,
        Path database,
        Path jar,
        Path java,
        List<String> flags,
        String cache,
        boolean profile,
        Path work,
        Path json) {

    private static final String APPLICATION = "target/quarkus-app/quarkus-run.jar";

    static Options read() {
        String only = System.getProperty("bench.only", "");
        return new Options(
                Integer.getInteger("bench.rounds", 3),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 4)),
                Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20)),
                Integer.getInteger("bench.connections", 64),
                Integer.getInteger("bench.staff", 50_000),
                Integer.getInteger("bench.customers", 0),
                only.isEmpty() ? Set.of() : Set.of(only.split(",", -1)),
                Path.of(System.getProperty("bench.database", APPLICATION)),
                Path.of(System.getProperty("bench.jar", APPLICATION)),
                Path.of(System.getProperty("bench.java", Path.of(System.getProperty("java.home"), "bin", "java")
                        .toString())),
                List.of(System.getProperty("bench.flags", "-XX:+UseSerialGC -Xmx160m")
                        .split(" ", -1)),
                System.getProperty("bench.cache", ""),
                Boolean.getBoolean("bench.profile"),
                Path.of(System.getProperty("bench.work", "target/bench")),
                Path.of(System.getProperty("bench.json", "target/bench/result.json")));
    }

    /** How the JVM of a server begins. */
    List<String> command(String server) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(flags);
        if (profile) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + work.resolve(server + ".jfr").toAbsolutePath());
        }
        return command;
    }

    boolean wants(String workload) {
        return only.isEmpty() || only.contains(workload);
    }
}
