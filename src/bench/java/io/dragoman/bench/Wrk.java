package io.dragoman.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drives a server with wrk, which costs a fraction of what a load generator in Java would on the same cores. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Options options;

    Wrk(Options options) {
        this.options = options;
    }

    static boolean isInstalled() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v wrk")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Drives one server for a time. */
    Drive drive(Workload workload, boolean bare, Target server, int connections, Duration length)
            throws IOException, InterruptedException {
        String target = bare ? workload.bare() : workload.target();
        Path script = Files.writeString(
                options.work().resolve("drive-" + connections + ".lua"), script(workload, target));
        Usage before = Usage.of(server.pid());
        String output = run(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + length.toSeconds() + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                server.address()));
        Usage after = Usage.of(server.pid());
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IOException("wrk said: " + output);
        }
        return new Drive(
                Long.parseLong(result.group(1)),
                micros(result.group(2)),
                micros(result.group(3)),
                micros(result.group(4)),
                Long.parseLong(result.group(5)),
                after.cpu().minus(before.cpu()),
                after.rss());
    }

    private static Duration micros(String number) {
        return Duration.ofNanos(Long.parseLong(number) * 1000);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** A request a call, and the figures in one line that can be read again. */
    private static String script(Workload workload, String target) {
        return """
                local target = %s
                local body = %s
                local sent = 0
                wrk.method = %s
                %smath.randomseed(os.time())
                local function filled(text, n)
                  text = text:gsub("{n%%+(%%d+)}", function(more) return n + more end)
                  return (text:gsub("{n}", n):gsub("{u}", "%d-" .. sent))
                end
                request = function()
                  sent = sent + 1
                  local n = math.random(1, %d)
                  if body == "" then return wrk.format(nil, filled(target, n)) end
                  return wrk.format(nil, filled(target, n), nil, filled(body, n))
                end
                done = function(summary, latency, requests)
                  local e = summary.errors
                  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.timeout + %s))
                end
                """
                .formatted(
                        quoted(target),
                        quoted(workload.body()),
                        quoted(workload.body().isEmpty() ? "GET" : "POST"),
                        headers(workload),
                        ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE),
                        workload.range(),
                        // What wrk counts as a status gone wrong is what a refusal should be.
                        workload.status() < 400 ? "e.status" : "summary.requests - e.status");
    }

    private static String headers(Workload workload) {
        return workload.headers().entrySet().stream()
                .map(header -> "wrk.headers[" + quoted(header.getKey()) + "]=" + quoted(header.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
