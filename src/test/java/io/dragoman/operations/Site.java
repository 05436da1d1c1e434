package io.dragoman.operations;

import io.dragoman.FacadeProcess;
import io.dragoman.RedisProcess;
import io.dragoman.embedded.PostgresProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What compose.yaml starts, without an engine: a PostgreSQL with the demo data, a Redis, and two replicas. */
final class Site implements AutoCloseable {

    /** The image's collector, and what keeps several virtual machines on a small one. */
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int REPLICAS = 2;

    private final Path folder;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final List<FacadeProcess> replicas = new ArrayList<>();
    private final PostgresProcess postgres;
    private final RedisProcess redis;

    private Site(Path folder) throws IOException {
        this.folder = folder;
        this.postgres = PostgresProcess.start(folder.resolve("postgres"));
        ends.push(postgres::close);
        List<String> command = Compose.deployed().command("redis");
        this.redis = RedisProcess.start(command.subList(1, command.size()).toArray(String[]::new));
        ends.push(redis::close);
    }

    static Site start() throws IOException {
        Site site = new Site(Files.createTempDirectory("site"));
        try {
            site.startReplicas();
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** The first one migrates the database and loads the demo data; the others find them. */
    private void startReplicas() {
        List<String> properties = Stream.of(
                        SMALL,
                        postgres.properties(),
                        List.of(
                                "-Ddragoman.demo=true",
                                "-Ddragoman.admin.token=" + Load.OPERATOR,
                                "-Dquarkus.redis.hosts=" + redis.url()))
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(ready(FacadeProcess.launch(folder.resolve("facade-" + i), properties)));
        }
    }

    private FacadeProcess ready(FacadeProcess replica) {
        ends.push(replica::close);
        replica.awaitReady();
        return replica;
    }

    List<FacadeProcess> replicas() {
        return List.copyOf(replicas);
    }

    /** The variables by which a container is told where everything is. */
    Map<String, String> addresses() {
        return Map.of(
                "DRAGOMAN_DB_URL", "postgresql://127.0.0.1:" + postgres.port() + "/dragoman",
                "DRAGOMAN_DB_USERNAME", postgres.user(),
                "DRAGOMAN_DB_PASSWORD", postgres.password(),
                "QUARKUS_REDIS_HOSTS", redis.url());
    }

    /** Stops a replica, as a roll-out does, and starts another one in its place. */
    void restart(int index) {
        FacadeProcess old = replicas.get(index);
        old.close();
        replicas.set(index, ready(old.again()));
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        Programs.run("rm", "-rf", folder.toString());
    }
}
