package io.dragoman.dialect.erply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dragoman.edge.PhpJson;
import java.nio.charset.StandardCharsets;

/** How an answer is written: JSON or XML, and under which content type (erply.md 7.1, 7.2). */
record ReplyFormat(boolean xml, boolean typed) {

    static final String JSON_TYPE = "application/json; charset=UTF-8";

    /** What PHP sends when it is told nothing; clients that do not ask for a type expect none of JSON's. */
    private static final String UNTYPED = "text/html; charset=UTF-8";

    private static final String XML_TYPE = "application/xml; charset=UTF-8";

    /** Escaping what is markup, as the text goes out as HTML to whoever does not ask for a type. */
    private static final ObjectWriter JSON = PhpJson.markupSafeMapper()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer();

    /** The format asked for; JSON where it is none there is. */
    static ReplyFormat of(ErplyParams params) {
        return new ReplyFormat(
                params.text("responseType").equalsIgnoreCase("XML"),
                params.text("sendContentType").equals("1"));
    }

    /** Whether {@code responseType} names a format there is (1007). */
    static boolean isKnown(ErplyParams params) {
        String type = params.text("responseType");
        return !params.isArray("responseType")
                && (type.isEmpty() || type.equalsIgnoreCase("JSON") || type.equalsIgnoreCase("XML"));
    }

    String contentType() {
        if (!typed) {
            return UNTYPED;
        }
        return xml ? XML_TYPE : JSON_TYPE;
    }

    byte[] write(Fields document) {
        return xml ? ErplyXml.document(document).getBytes(StandardCharsets.UTF_8) : json(document);
    }

    /** Any value of the wire as JSON. */
    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that Jackson cannot write", e);
        }
    }
}
