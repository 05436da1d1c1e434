package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes one JSON document as Billomat does: an object with the root's name, UTF-8, good as a script too. */
final class JsonDocument {

    private static final JsonFactory FACTORY = new JsonFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());

    private JsonDocument() {}

    static byte[] of(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName(root.name());
            root.writeJson(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a document that cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
