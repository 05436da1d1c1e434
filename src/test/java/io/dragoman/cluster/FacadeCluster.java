package io.dragoman.cluster;

import io.dragoman.FacadeProcess;
import io.dragoman.RedisProcess;
import io.dragoman.embedded.PostgresProcess;
import io.quarkus.bootstrap.util.IoUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three facades on one PostgreSQL with the demo data, and one Redis. */
final class FacadeCluster implements AutoCloseable {

    /** What keeps several virtual machines on a small one. */
    static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int SIZE = 3;

    private final Path folder;
    private final PostgresProcess postgres;
    private final RedisProcess redis;
    private final List<FacadeProcess> facades;

    private FacadeCluster(Path folder, PostgresProcess postgres, RedisProcess redis, List<FacadeProcess> facades) {
        this.folder = folder;
        this.postgres = postgres;
        this.redis = redis;
        this.facades = facades;
    }

    static FacadeCluster start(String... properties) throws IOException {
        Path folder = Files.createTempDirectory("cluster");
        PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres"));
        RedisProcess redis = RedisProcess.start();
        FacadeCluster cluster = new FacadeCluster(folder, postgres, redis, new ArrayList<>());
        try {
            cluster.launchAll(cluster.properties(properties));
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    PostgresProcess postgres() {
        return postgres;
    }

    RedisProcess redis() {
        return redis;
    }

    FacadeProcess facade(int index) {
        return facades.get(index);
    }

    List<FacadeProcess> facades() {
        return facades;
    }

    /** Takes note that a process has taken the place of another one. */
    void replace(int index, FacadeProcess successor) {
        facades.set(index, successor);
    }

    @Override
    public void close() {
        facades.forEach(FacadeProcess::terminate);
        facades.forEach(FacadeProcess::close);
        redis.close();
        postgres.close();
        IoUtils.recursiveDelete(folder);
    }

    /** The first one migrates the database and loads the demo data; the others find them. */
    private void launchAll(List<String> properties) {
        facades.add(FacadeProcess.launch(folder.resolve("0"), properties));
        facades.get(0).awaitReady();
        IntStream.range(1, SIZE)
                .mapToObj(index -> FacadeProcess.launch(folder.resolve(Integer.toString(index)), properties))
                .forEach(facades::add);
        facades.forEach(FacadeProcess::awaitReady);
    }

    private List<String> properties(String... more) {
        return Stream.of(
                        SMALL.stream(),
                        postgres.properties().stream(),
                        Stream.of(
                                "-Ddragoman.demo=true",
                                "-Dquarkus.redis.hosts=" + redis.url(),
                                // A server on two processors, which they share with it, is served by few.
                                "-Dquarkus.datasource.reactive.max-size=4",
                                // A call must not be counted elsewhere because the machine is busy.
                                "-Ddragoman.limit.redis.timeout=2s"),
                        Stream.of(more))
                .flatMap(property -> property)
                .toList();
    }
}
