package io.dragoman.dialect.erply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of {@code requests} (erply.md 7.3). */
final class BulkReader {

    private static final int MOST = 100;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private BulkReader() {}

    /** The sub-requests in the order sent (1015, 1020). */
    static List<SubRequest> read(String requests) {
        JsonNode list = parse(requests);
        if (!list.isArray()) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        if (list.size() > MOST) {
            throw Refusal.of(ErplyCode.TOO_MANY_SUB_REQUESTS);
        }
        List<SubRequest> subs = new ArrayList<>();
        list.forEach(sub -> subs.add(subRequest(sub)));
        return subs;
    }

    private static JsonNode parse(String requests) {
        try {
            return JSON.readTree(requests);
        } catch (JsonProcessingException e) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
    }

    private static SubRequest subRequest(JsonNode sub) {
        if (!sub.isObject()) {
            throw Refusal.of(ErplyCode.MALFORMED);
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : sub.properties()) {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), text(field.getValue()));
            }
        }
        String name = values.get("requestName");
        return new SubRequest(name == null ? "" : name, values.get("requestID"), ErplyParams.ofValues(values));
    }

    /** A value as a form would carry it; null for an array or object. */
    private static @Nullable String text(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "";
        }
        return value.isValueNode() ? value.asText() : null;
    }
}
