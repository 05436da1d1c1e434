package io.dragoman.edge;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished answer in a dialect's words.
 *
 * @param headers beside the content type, in the order sent
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, Map.of(), body);
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, body);
    }

    /** The answer for JAX-RS to send. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        if (body.length > 0) {
            response.header("Content-Type", contentType).entity(body);
        }
        return response.build();
    }
}
