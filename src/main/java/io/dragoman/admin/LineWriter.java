package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.RoleName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes people as the lines that an import reads. */
final class LineWriter {

    private static final int SIZE = 700;

    private LineWriter() {}

    /** Their lines, parted by line ends. */
    static byte[] write(List<PersonLine> people) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(people.size() * SIZE);
        try (JsonGenerator json = LineJson.generator(out)) {
            json.setRootValueSeparator(LineJson.LINE_END);
            for (PersonLine person : people) {
                write(person, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    private static void write(PersonLine person, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Objects.requireNonNull(person.id()).value().toString());
        json.writeObjectFieldStart("numbers");
        for (var number : person.numbers().entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
        for (var value : person.values().entrySet()) {
            json.writeFieldName(value.getKey().word());
            write(value.getKey(), value.getValue(), json);
        }
        json.writeStringField("role", nameOf(person.role()));
        json.writeArrayFieldStart("links");
        for (LineLink link : person.links()) {
            write(link, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(LineLink link, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", nameOf(link.role()));
        json.writeStringField("status", link.status().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("number", Objects.requireNonNull(link.number()));
        json.writeEndObject();
    }

    private static void write(LineField field, Object value, JsonGenerator json) throws IOException {
        if (isNone(field, value)) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Warehouses warehouses) {
            json.writeArray(
                    warehouses.numbers().stream().mapToInt(Integer::intValue).toArray(),
                    0,
                    warehouses.numbers().size());
        } else if (value instanceof List<?> texts) {
            json.writeArray(texts.stream().map(String::valueOf).toArray(String[]::new), 0, texts.size());
        } else {
            json.writeString(value instanceof UserKind kind ? kind.name().toLowerCase(Locale.ROOT) : value.toString());
        }
    }

    private static boolean isNone(LineField field, Object value) {
        return switch (field) {
            case PACKING_STATION, EMPLOYEE_NUMBER -> value.equals(LineField.NONE);
            case LAST_LOGIN -> value.equals(LineField.NEVER);
            case WAREHOUSES -> value.equals(Warehouses.ALL);
            default -> false;
        };
    }

    private static @Nullable String nameOf(@Nullable RoleName role) {
        return role == null ? null : role.name();
    }
}
