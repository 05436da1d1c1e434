package io.dragoman.dialect.picqer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.edge.Answer;

/** Picqer's error object (picqer.md 6). */
@JsonPropertyOrder({"error", "error_code", "error_message"})
record PicqerError(
        boolean error,
        @JsonProperty("error_code") int errorCode,
        @JsonProperty("error_message") String errorMessage) {

    static Answer answer(int status, int code, String message) {
        return PicqerJson.answer(status, new PicqerError(true, code, message));
    }
}
