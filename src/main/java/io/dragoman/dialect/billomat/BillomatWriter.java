package io.dragoman.dialect.billomat;

import io.dragoman.edge.Answer;
import io.dragoman.edge.RequestHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers in the form a request asks for. */
@ApplicationScoped
class BillomatWriter {

    private static final String XML = "application/xml; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String SCRIPT = "application/javascript; charset=utf-8";

    private final BillomatConfig config;

    BillomatWriter(BillomatConfig config) {
        this.config = config;
    }

    Answer answer(RequestHead head, int status, Element document) {
        if (Format.of(head) == Format.XML) {
            return Answer.of(status, XML, XmlDocument.of(document));
        }
        String callback = config.jsonp() ? Jsonp.callback(head) : null;
        byte[] json = JsonDocument.of(document);
        return callback == null ? Answer.of(status, JSON, json) : script(status, callback, json);
    }

    /** Billomat's error document (billomat.md 6). */
    Answer error(RequestHead head, int status, String text) {
        return answer(head, status, new Group("errors", null, List.of(Text.of("error", text))));
    }

    /** How many rows a list has, which alone is asked with HEAD (billomat.md 4). */
    Answer count(RequestHead head, long total) {
        String type = Format.of(head) == Format.XML ? XML : JSON;
        return Answer.of(200, type, new byte[0]).with("Content-Type", type).with("X-Total-Count", Long.toString(total));
    }

    private static Answer script(int status, String callback, byte[] json) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(json.length + 64);
        body.writeBytes((callback + "(").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(json);
        body.write(')');
        return Answer.of(status, SCRIPT, body.toByteArray()).with("X-Content-Type-Options", "nosniff");
    }
}
