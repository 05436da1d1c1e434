package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dragoman.admin.ImportParameters.Report;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.Outcome;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what became of each line, and at the end what became of all of them. */
final class ResultWriter {

    private static final int SIZE = 90;

    private final Report report;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    ResultWriter(Report report) {
        this.report = report;
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
    }

    /** The results of some lines, empty where there is nothing to tell of them. */
    Optional<byte[]> write(List<LineResult> results) {
        results.forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
        List<LineResult> told = report == Report.ALL
                ? results
                : results.stream().filter(result -> result.failure() != null).toList();
        boolean progress = report == Report.PROGRESS && !results.isEmpty();
        return told.isEmpty() && !progress
                ? Optional.empty()
                : Optional.of(written(json -> {
                    for (LineResult result : told) {
                        write(result, json);
                    }
                    if (progress) {
                        writeProgress(results.get(results.size() - 1).line(), json);
                    }
                }));
    }

    private void writeProgress(long line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("progress");
        json.writeNumberField("line", line);
        writeCounts(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeCounts(JsonGenerator json) throws IOException {
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            json.writeNumberField(word(count.getKey()), count.getValue());
        }
    }

    /** The last line; whoever does not read {@code "complete":true} in it has to repeat the import. */
    byte[] summary(@Nullable Throwable broken) {
        return written(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("summary");
            writeCounts(json);
            json.writeBooleanField("complete", broken == null);
            json.writeEndObject();
            if (broken instanceof FacadeException known) {
                writeError(known.failure(), json);
            } else if (broken != null) {
                writeError(Failure.of(Kind.INTERNAL), json);
            }
            json.writeEndObject();
        });
    }

    private static void write(LineResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", result.line());
        json.writeStringField("outcome", word(result.outcome()));
        if (result.id() != null) {
            json.writeStringField("id", result.id().value().toString());
        }
        if (result.failure() != null) {
            writeError(result.failure(), json);
        }
        json.writeEndObject();
    }

    private static void writeError(Failure failure, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("type", Problem.typeOf(failure));
        if (failure.field() != null) {
            json.writeStringField("pointer", "/" + failure.field());
        }
        if (!failure.detail().isEmpty()) {
            json.writeStringField("detail", failure.detail());
        }
        json.writeEndObject();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Something that writes JSON. */
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(SIZE);
        try (JsonGenerator json = LineJson.generator(out)) {
            json.setRootValueSeparator(LineJson.LINE_END);
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return out.toByteArray();
    }
}
