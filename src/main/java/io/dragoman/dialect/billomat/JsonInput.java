package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code {"root": {"name": "text"}}}, with its depth bounded. */
final class JsonInput {

    private final ObjectReader reader;

    JsonInput(BillomatConfig.Input config) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(config.maxDepth())
                        .build())
                .build();
        reader = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(JsonNode.class);
    }

    Map<String, String> fields(String document, String root) {
        JsonNode object = tree(document).path(root);
        if (!object.isObject()) {
            throw Failure.of(Kind.MALFORMED, "no object " + root).toException();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        return fields;
    }

    private JsonNode tree(String document) {
        try {
            return reader.readTree(document);
        } catch (JsonProcessingException e) {
            throw Failure.of(Kind.MALFORMED, "not JSON").toException(e);
        }
    }

    /** Billomat's truths are 1 and 0, and its nothing is the empty text. */
    private static String text(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        return value.isNull() ? "" : value.asText();
    }
}
