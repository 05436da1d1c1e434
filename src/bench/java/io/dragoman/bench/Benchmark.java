package io.dragoman.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the facade as it ships against a bare server, in turn in one run, and prints a table.
 *
 * <p>Two facades are measured, on the database that a third one has brought along: one as configured by default, whose cache
 * holds what the cached workloads ask for, and one whose cache holds next to nothing, so that random people and pages are
 * read from the database.
 */
public final class Benchmark {

    private static final Pattern SESSION = Pattern.compile("\"sessionKey\":\"([^\"]+)\"");
    private static final Pattern MOMENT = Pattern.compile("\"(requestUnixTime|generationTime)\":[0-9.]+");
    /** Room for the caller and no page of people. */
    private static final String NO_CACHE = "-Ddragoman.cache.max-weight=8K";
    /** Connections of what is driven beside the rest. */
    private static final int FEW = 4;

    private static final String PASSWORD = "Bench-password-1";

    private final Options options;
    private final Wrk wrk;

    private Benchmark(Options options) {
        this.options = options;
        this.wrk = new Wrk(options);
    }

    public static void main(String[] args) throws Exception {
        if (!Wrk.isInstalled()) {
            System.err.println("The benchmark drives with wrk: apt-get install wrk");
            System.exit(1);
        }
        new Benchmark(Options.read()).run();
    }

    private void run() throws Exception {
        Files.createDirectories(options.work());
        Path data = options.work().resolve("data").toAbsolutePath();
        try (Target keeper =
                facade("database", options.database(), List.of("-Ddragoman.embedded.dir=" + data))) {
            Database database = Database.in(data);
            say("filling the database that process " + keeper.pid() + " has brought along");
            int account = Seed.fill(database.url(), database.user(), database.password(), options);
            try (Target cached = measured("cached", database, List.of());
                    Target uncached = measured("uncached", database, List.of(NO_CACHE));
                    Target bare = bare(database, account)) {
                measure(new Servers(cached, uncached, bare, database));
            }
        }
    }

    /** The facade gives another answer than a workload is about. */
    private static final class UnansweredException extends IOException {

        private static final long serialVersionUID = 1L;

        private UnansweredException(String text) {
            super(text);
        }
    }

    private record Servers(Target cached, Target uncached, Target bare, Database database) {

        Target of(Workload workload) {
            return workload.server() == Workload.Facade.CACHED ? cached : uncached;
        }
    }

    private void measure(Servers servers) throws Exception {
        Report report = new Report(options);
        List<Workload> workloads = new ArrayList<>(Workloads.usual(options, session(servers.uncached())));
        if (options.customers() > 0) {
            workloads.addAll(Workloads.scale(options));
        }
        List<String> unanswered = new ArrayList<>();
        for (Workload workload : workloads) {
            if (options.wants(workload.name()) && !measureIfAnswered(workload, servers, report)) {
                unanswered.add(workload.name());
            }
        }
        report.finish();
        if (!unanswered.isEmpty()) {
            throw new IOException("not answered as expected, and so not measured: " + unanswered);
        }
    }

    /** One that the facade does not answer is left out, and what comes after it is measured all the same. */
    private boolean measureIfAnswered(Workload workload, Servers servers, Report report) throws Exception {
        try {
            prepare(workload, servers);
        } catch (UnansweredException e) {
            say(workload.name() + " " + e.getMessage());
            return false;
        }
        measure(workload, servers, report);
        return true;
    }

    private void measure(Workload workload, Servers servers, Report report) throws Exception {
        drive(workload, servers, false, options.warmUp());
        drive(workload, servers, true, options.warmUp());
        List<Drive> facade = new ArrayList<>();
        List<Drive> bare = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            facade.add(drive(workload, servers, false, options.length()));
            bare.add(drive(workload, servers, true, options.length()));
        }
        report.add(workload, facade, bare);
    }

    private Drive drive(Workload workload, Servers servers, boolean bare, Duration length) throws Exception {
        Drive driven = drive(workload, bare ? servers.bare() : servers.of(workload), bare, length);
        servers.database().awaitIdle();
        return driven;
    }

    /** Where something is driven beside, that is what is told of, and the workload what troubles it. */
    private Drive drive(Workload workload, Target server, boolean bare, Duration length) throws Exception {
        Workload other = workload.beside();
        if (other == null) {
            return wrk.drive(workload, bare, server, options.connections(), length);
        }
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<Drive> trouble = beside.submit(() -> wrk.drive(workload, bare, server, FEW, length));
            Drive told = wrk.drive(other, bare, server, options.connections(), length);
            return told.with(trouble.get());
        } finally {
            beside.shutdown();
        }
    }

    /** Has the bare server answer as the facade does: with its answer where none is made, else proven by some. */
    private void prepare(Workload workload, Servers servers) throws IOException, InterruptedException {
        byte[] answer = expected(workload, servers.of(workload), 1);
        if (workload.isFixed() || workload.isCreation()) {
            Path kept = options.work().resolve("bodies").resolve(workload.bare().split("/", -1)[2]);
            Files.createDirectories(kept.getParent());
            Files.write(kept, answer);
            return;
        }
        for (int number : List.of(1, 1 + workload.range() / 3, workload.range())) {
            String facade = comparable(expected(workload, servers.of(workload), number));
            String bare = comparable(servers.bare()
                    .get(Workload.filled(workload.bare(), number), Map.of())
                    .body());
            if (!facade.equals(bare)) {
                throw new IOException(workload.name() + " differs:\n" + facade + "\n" + bare);
            }
        }
    }

    /** What tells of the moment alone is left out. */
    private static String comparable(byte[] body) {
        return MOMENT.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll("\"$1\":0");
    }

    private static byte[] expected(Workload workload, Target facade, int number)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(workload, facade, number);
        if (answer.statusCode() == 200 && workload.status() == 429) {
            answer = answer(workload, facade, number);
        }
        if (answer.statusCode() != workload.status()) {
            throw new UnansweredException("was answered " + answer.statusCode() + ": " + text(answer));
        }
        return answer.body();
    }

    private static HttpResponse<byte[]> answer(Workload workload, Target facade, int number)
            throws IOException, InterruptedException {
        String target = Workload.filled(workload.target(), number);
        return workload.body().isEmpty()
                ? facade.get(target, workload.headers())
                : facade.send("POST", target, workload.headers(), Workload.filled(workload.body(), number));
    }

    /** Gives the person of the keys a password through one dialect, and opens a session with it through another. */
    private String session(Target facade) throws IOException, InterruptedException {
        Map<String, String> headers = new java.util.HashMap<>(Workloads.CSCART);
        headers.put("Content-Type", "application/json");
        HttpResponse<byte[]> put =
                facade.send("PUT", "/api/2.0/users/1", headers, "{\"password\":\"" + md5(PASSWORD) + "\"}");
        if (put.statusCode() != 200) {
            throw new IOException("no password was set: " + text(put));
        }
        HttpResponse<byte[]> answer = facade.send(
                "POST",
                "/api/",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "clientCode=" + Seed.CLIENT_CODE + "&request=verifyUser&username=user1&password=" + PASSWORD);
        String body = text(answer);
        Matcher found = SESSION.matcher(body);
        if (!found.find()) {
            throw new IOException("no session was opened: " + body);
        }
        return found.group(1);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** What CS-Cart takes a password as. */
    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5 is part of every Java platform", e);
        }
    }

    private Target measured(String name, Database database, List<String> properties)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "-Ddragoman.db.url=" + database.url(),
                "-Ddragoman.db.username=" + database.user(),
                "-Ddragoman.db.password=" + database.password()));
        all.addAll(properties);
        if (!options.cache().isEmpty()) {
            all.add(options.cache());
        }
        return facade(name, options.jar(), all);
    }

    private Target facade(String name, Path jar, List<String> properties) throws IOException, InterruptedException {
        int port = Target.freePort();
        List<String> command = new ArrayList<>(options.command(name));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + Target.freePort(),
                "-Ddragoman.demo=false",
                "-Ddragoman.secrets.pepper=" + Seed.PEPPER));
        command.addAll(properties);
        command.addAll(List.of("-jar", jar.toString()));
        say("starting the facade (" + name + ")");
        return Target.start(options.work().resolve(name + ".log"), port, command, "/");
    }

    private Target bare(Database database, int account) throws IOException, InterruptedException {
        int port = Target.freePort();
        List<String> command = new ArrayList<>(options.command("bare"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                Integer.toString(port),
                database.url(),
                database.user(),
                database.password(),
                Integer.toString(account),
                options.work().resolve("bodies").toString()));
        return Target.start(options.work().resolve("bare.log"), port, command, "/");
    }

    private static void say(String what) {
        System.out.println("# " + what);
    }
}
