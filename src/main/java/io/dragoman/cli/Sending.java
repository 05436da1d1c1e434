package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file's lines and hears what became of them; where the facade is out of reach for a while it goes on behind the
 * last line that was answered for.
 */
final class Sending {

    private static final int ATTEMPTS = 6;

    private final Uplink uplink;
    private final Progress progress;
    private final Rejects rejects;
    private final Window window = new Window();
    private final List<JsonNode> failures = new ArrayList<>();
    private Counts before = Counts.NONE;
    private Counts counts = Counts.NONE;
    private boolean complete;
    private @Nullable String broken;

    Sending(Uplink uplink, Progress progress, Rejects rejects) {
        this.uplink = uplink;
        this.progress = progress;
        this.rejects = rejects;
    }

    void send(Portions portions) throws IOException {
        int attempt = 1;
        while (!complete) {
            long answered = window.answered();
            try {
                sendRest(portions);
            } catch (IOException e) {
                attempt = window.answered() > answered ? 1 : attempt + 1;
                if (attempt > ATTEMPTS) {
                    throw e;
                }
                progress.tell("From line " + (window.answered() + 1) + " once more: " + Api.reason(e));
                pause(1L << (attempt - 1));
            }
        }
    }

    Counts counts() {
        return counts;
    }

    private void sendRest(Portions portions) throws IOException {
        before = counts;
        failures.clear();
        broken = null;
        try (Upload upload = uplink.begin(window.answered() + 1, this::told)) {
            for (Portion portion : window.open()) {
                upload.write(portion.bytes());
            }
            for (Portion portion = portions.next(); portion != null; portion = portions.next()) {
                window.add(portion);
                upload.write(portion.bytes());
            }
            upload.end();
        }
        if (!complete) {
            throw new IOException(broken == null ? "the answer was cut off" : broken);
        }
    }

    /** What a line was not done for is told when it is certain that the line will not be sent again. */
    private void told(JsonNode line) throws IOException {
        JsonNode done = line.path("progress");
        JsonNode summary = line.path("summary");
        if (line.has("line")) {
            failures.add(line);
        } else if (done.isObject()) {
            answered(done.path("line").asLong(), done);
        } else if (summary.path("complete").asBoolean()) {
            complete = true;
            answered(Long.MAX_VALUE, summary);
        } else if (summary.isObject()) {
            broken = line.path("error").path("type").asText();
        }
    }

    private void answered(long line, JsonNode done) throws IOException {
        for (JsonNode failure : failures) {
            tell(failure);
        }
        failures.clear();
        counts = before.plus(done);
        progress.add(window.answer(line), counts);
    }

    private void tell(JsonNode failure) throws IOException {
        long line = failure.path("line").asLong();
        JsonNode error = failure.path("error");
        progress.tell("line " + line + ": " + failure.path("outcome").asText() + " "
                + error.path("pointer").asText() + " " + error.path("detail").asText());
        rejects.keep(window.line(line));
    }

    private static void pause(long seconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
                .join();
    }
}
