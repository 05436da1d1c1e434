package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends portions one after the other, each again for a while where the facade is out of reach: that does nothing twice. */
final class Sending {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 6;

    private final Api api;
    private final String path;
    private final Progress progress;
    private final Rejects rejects;
    private Counts counts = Counts.NONE;

    Sending(Api api, String path, Progress progress, Rejects rejects) {
        this.api = api;
        this.path = path;
        this.progress = progress;
        this.rejects = rejects;
    }

    void send(Portions portions) throws IOException {
        for (Portions.Portion portion = portions.next(); portion != null; portion = portions.next()) {
            sendUntilDone(portion);
            progress.add(portion.bytes().length, portion.lines(), counts);
        }
    }

    Counts counts() {
        return counts;
    }

    private void sendUntilDone(Portions.Portion portion) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                send(portion);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                progress.tell("From line " + portion.first() + " once more: " + Api.reason(e));
                pause(1L << (attempt - 1));
            }
        }
    }

    private void send(Portions.Portion portion) throws IOException {
        List<JsonNode> failures = new ArrayList<>();
        JsonNode last = JSON.missingNode();
        try (InputStream answer = api.postLines(path + "&line=" + portion.first(), portion.bytes());
                MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(answer)) {
            while (lines.hasNextValue()) {
                last = lines.nextValue();
                if (last.has("line")) {
                    failures.add(last);
                }
            }
        }
        JsonNode summary = last.path("summary");
        if (!summary.path("complete").asBoolean()) {
            throw new IOException(last.path("error").path("type").asText("the answer was cut off"));
        }
        counts = counts.plus(summary);
        tell(portion, failures);
    }

    private void tell(Portions.Portion portion, List<JsonNode> failures) throws IOException {
        failures.forEach(failure -> progress.tell("line " + failure.path("line").asLong() + ": "
                + failure.path("outcome").asText() + " "
                + failure.path("error").path("pointer").asText() + " "
                + failure.path("error").path("detail").asText()));
        rejects.keep(
                portion.bytes(),
                failures.stream()
                        .map(failure -> failure.path("line").asLong() - portion.first())
                        .toList());
    }

    private static void pause(long seconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
                .join();
    }
}
