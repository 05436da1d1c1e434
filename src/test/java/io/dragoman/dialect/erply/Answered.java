package io.dragoman.dialect.erply;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An answer as it came back. */
record Answered(int statusCode, HttpHeaders headers, String asString) {

    static Answered of(HttpResponse<byte[]> response) {
        return new Answered(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    boolean has(String header) {
        return headers.firstValue(header).isPresent();
    }
}
