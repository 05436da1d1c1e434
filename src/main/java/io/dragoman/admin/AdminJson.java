package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Fault;
import io.dragoman.failure.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and writes JSON strictly: no unknown or repeated members, no value of another type, no more depth than needed. */
final class AdminJson {

    static final String TYPE = "application/json";

    private static final int DEPTH = 20;
    private static final int NAME_LENGTH = 200;
    private static final int NUMBER_LENGTH = 30;

    private static final JsonMapper MAPPER = mapper();
    private static final JsonMapper KEPT = new JsonMapper();

    private AdminJson() {}

    static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that cannot be written", e);
        }
    }

    /** The tree of a text. Fails with MALFORMED. */
    static JsonNode tree(byte[] text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw malformed("the body is empty");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw malformed("no JSON: " + LineReader.reason(e));
        } catch (IOException e) {
            throw malformed("the body is no JSON");
        }
    }

    /** The tree of a text that the facade itself has kept. */
    static JsonNode stored(byte[] text) {
        try {
            return KEPT.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("what was kept is no JSON", e);
        }
    }

    static JsonNode tree(Object document) {
        return MAPPER.valueToTree(document);
    }

    static JsonNode empty() {
        return MAPPER.createObjectNode();
    }

    /** The document a tree is. Fails with INVALID, saying where. */
    static <T> T document(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw Failure.ofFaults(List.of(new Fault("", "not an object"))).toException();
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw invalid(e);
        } catch (JsonProcessingException e) {
            throw malformed("no JSON: " + LineReader.reason(e));
        }
    }

    private static FacadeException invalid(JsonMappingException refusal) {
        if (refusal.getCause() instanceof FacadeException refused) {
            return refused;
        }
        String detail = refusal instanceof UnrecognizedPropertyException ? "no such member" : "not of the right type";
        return Failure.ofFaults(List.of(new Fault(pointer(refusal), detail))).toException();
    }

    private static String pointer(JsonMappingException refusal) {
        return refusal.getPath().stream()
                .map(AdminJson::segment)
                .map(segment -> "/" + segment.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String segment(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
    }

    private static FacadeException malformed(String detail) {
        return Failure.of(Kind.MALFORMED, detail).toException();
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNameLength(NAME_LENGTH)
                        .maxNumberLength(NUMBER_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .withCoercionConfig(LogicalType.Textual, AdminJson::refuseOtherThanText)
                .withCoercionConfig(LogicalType.DateTime, AdminJson::refuseOtherThanText)
                .build();
    }

    private static void refuseOtherThanText(com.fasterxml.jackson.databind.cfg.MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
