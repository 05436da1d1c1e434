package io.dragoman.dialect.cscart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dragoman.edge.Answer;
import io.dragoman.edge.PhpJson;

/** Writes CS-Cart's JSON, as PHP does. */
final class CsCartJson {

    private static final String TYPE = "application/json";
    private static final ObjectWriter WRITER = PhpJson.mapper().build().writer();

    private CsCartJson() {}

    static Answer answer(int status, Object body) {
        try {
            return Answer.of(status, TYPE, WRITER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record that Jackson cannot write", e);
        }
    }

    /** A body that is written already. */
    static Answer written(int status, String body) {
        return Answer.of(status, TYPE, body);
    }

    static String text(Object body) {
        try {
            return WRITER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record that Jackson cannot write", e);
        }
    }

    /** 204, which has neither type nor body. */
    static Answer noContent() {
        return Answer.of(204, TYPE, "");
    }
}
