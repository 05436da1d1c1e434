package io.dragoman.admin;

import io.dragoman.edge.Answer;
import io.dragoman.operator.Slice;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with documents. */
final class Replies {

    private static final String PRIVATE = "no-store";

    private Replies() {}

    /** A part of a list and, where there is more, the address it goes on at. */
    record Listing(List<?> items, @Nullable String next) {}

    /** A thing, or 304 where the caller has it already. */
    static Response read(Call call, long version, Object document) {
        byte[] body = AdminJson.write(document);
        EntityTag tag = EntityTag.of(version, body);
        return tag.isKnownTo(call.head().list("If-None-Match"))
                ? tagged(Answer.of(304, AdminJson.TYPE, new byte[0]), tag).toResponse()
                : tagged(Answer.of(200, AdminJson.TYPE, body), tag).toResponse();
    }

    /** A thing as it is after a change. */
    static Response changed(long version, Object document) {
        return written(200, version, document).toResponse();
    }

    /** A thing that was made, and where it is. */
    static Response created(String location, long version, Object document) {
        return written(201, version, document).with("Location", location).toResponse();
    }

    static Response nothing() {
        return Response.noContent().build();
    }

    static <T> Response list(Call call, String list, Slice<T> slice, Function<T, Object> key, Function<T, ?> document) {
        String next = slice.more() ? next(call, Cursor.of(list, key.apply(last(slice)))) : null;
        Listing listing = new Listing(slice.map(document).items(), next);
        return uncached(Answer.of(200, AdminJson.TYPE, AdminJson.write(listing)))
                .toResponse();
    }

    private static Answer written(int status, long version, Object document) {
        byte[] body = AdminJson.write(document);
        return tagged(Answer.of(status, AdminJson.TYPE, body), EntityTag.of(version, body));
    }

    private static Answer tagged(Answer answer, EntityTag tag) {
        return uncached(answer).with("ETag", tag.value());
    }

    private static Answer uncached(Answer answer) {
        return answer.with("Cache-Control", PRIVATE);
    }

    private static <T> T last(Slice<T> slice) {
        return slice.items().get(slice.items().size() - 1);
    }

    /** The same address but for the cursor. */
    private static String next(Call call, String cursor) {
        StringBuilder address =
                new StringBuilder(call.head().path()).append("?cursor=").append(cursor);
        call.head().query().all().stream()
                .filter(param -> !param.name().equals("cursor"))
                .forEach(param -> address.append('&')
                        .append(encoded(param.name()))
                        .append('=')
                        .append(encoded(param.value())));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
