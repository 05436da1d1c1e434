package io.dragoman.dialect.erply;

import io.dragoman.edge.Answer;

/** Writes the JSON of the /v1 reads. */
final class V1Json {

    static final String TYPE = "application/json; charset=utf-8";

    private V1Json() {}

    static Answer answer(Object body) {
        return Answer.of(200, TYPE, ReplyFormat.json(body));
    }
}
