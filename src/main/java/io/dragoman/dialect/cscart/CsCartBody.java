package io.dragoman.dialect.cscart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Params;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads bodies: JSON, or {@code key=value&…} in plain text and forms (cscart.md 3.5 and 7). */
final class CsCartBody {

    /** Fields past these are left out, as PHP does by default. */
    private static final int MOST_FIELDS = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CsCartBody() {}

    /** The fields of a request's body, none where its method has none. Throws MALFORMED for what is no JSON. */
    static PhpArray read(Exchange exchange) {
        return switch (exchange.head().method()) {
            case "POST" -> read(exchange, CsCartMedia.ofBody(exchange.head()));
            // A form is read with POST alone.
            case "PUT" -> ofForm(exchange) ? new PhpArray() : read(exchange, CsCartMedia.ofBody(exchange.head()));
            // Clients say JSON and send nothing; PHP 5 took that as nothing, later ones as broken JSON.
            case "DELETE" ->
                exchange.body().length == 0 ? new PhpArray() : read(exchange, CsCartMedia.ofBody(exchange.head()));
            default -> new PhpArray();
        };
    }

    private static boolean ofForm(Exchange exchange) {
        return CsCartMedia.ofBody(exchange.head()).equals(CsCartMedia.FORM);
    }

    private static PhpArray read(Exchange exchange, String type) {
        byte[] body = exchange.body();
        return CsCartMedia.isJson(type)
                ? ofJson(parse(body))
                : PhpArray.of(Params.parse(new String(body, StandardCharsets.UTF_8), MOST_FIELDS));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode parsed = MAPPER.readTree(body);
            if (parsed.isMissingNode()) {
                throw CsCartRefusal.malformedJson().toException();
            }
            return parsed;
        } catch (IOException e) {
            throw CsCartRefusal.malformedJson().toException(e);
        }
    }

    /** Null is as good as not sent; a single value holds no fields. */
    private static PhpArray ofJson(JsonNode node) {
        PhpArray array = new PhpArray();
        array.sent(node.size());
        if (node.isObject()) {
            node.properties().forEach(field -> putIfAny(array, field.getKey(), value(field.getValue())));
        } else if (node.isArray()) {
            node.forEach(element -> appendIfAny(array, value(element)));
        }
        return array;
    }

    private static void putIfAny(PhpArray array, String name, @Nullable Object value) {
        if (value != null) {
            array.put(name, value);
        }
    }

    private static void appendIfAny(PhpArray array, @Nullable Object value) {
        if (value != null) {
            array.append(value);
        }
    }

    /** Texts as they are, all else as PHP makes a text of it. */
    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, ARRAY -> ofJson(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue() ? "1" : "";
            case NUMBER -> node.isIntegralNumber() ? node.asText() : Php.toText(node.doubleValue());
            default -> null;
        };
    }
}
