package io.dragoman.dialect.picqer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dragoman.edge.Answer;

/** Writes Picqer's JSON: nulls sent, UTF-8, no white space. */
final class PicqerJson {

    private static final String TYPE = "application/json";

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

    private PicqerJson() {}

    static Answer answer(int status, Object body) {
        try {
            return Answer.of(status, TYPE, WRITER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record that Jackson cannot write", e);
        }
    }
}
