package io.dragoman.dialect.billomat;

import io.dragoman.edge.Exchange;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads the documents that are sent: one object of texts, in XML or JSON, in UTF-8 alone. */
@ApplicationScoped
class Input {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BillomatConfig.Input config;
    private final XmlInput xml;
    private final JsonInput json;

    Input(BillomatConfig config) {
        this.config = config.input();
        this.xml = new XmlInput(config.input());
        this.json = new JsonInput(config.input());
    }

    /**
     * The texts of a body's root, by name; what holds other elements is passed over. Throws MALFORMED for what is no
     * document with this root, BODY_TOO_LARGE for more than is read.
     */
    Map<String, String> fields(Exchange exchange, String root) {
        String type = exchange.head().header("Content-Type");
        String text = text(exchange.body());
        return isJson(type == null ? "" : type.toLowerCase(Locale.ROOT), text)
                ? json.fields(text, root)
                : xml.fields(text, root);
    }

    private String text(byte[] body) {
        if (body.length > config.maxSize().asLongValue()) {
            throw Failure.of(Kind.BODY_TOO_LARGE).toException();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Failure.of(Kind.MALFORMED, "not UTF-8").toException(e);
        }
    }

    /** By its declared type, else by how it begins: clients send documents as forms too. */
    private static boolean isJson(String type, String text) {
        if (type.contains("json") || type.contains("xml")) {
            return type.contains("json");
        }
        return !text.stripLeading().startsWith("<");
    }
}
