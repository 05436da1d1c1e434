package io.dragoman.dialect.erply;

import io.dragoman.edge.Params;
import io.dragoman.edge.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the parameters of a request in every form clients send them: in the query, in a urlencoded or multipart body,
 * or in both (erply.md 1.1).
 */
final class ErplyForm {

    /** The parameters, as far as they could be read, and what is wrong with them. */
    record Gathered(ErplyParams params, @Nullable Refusal fault) {}

    private ErplyForm() {}

    static Gathered gather(RequestHead head, byte[] body, ErplyConfig config) {
        Params sent;
        try {
            sent = body(head, body, config.maxParameters() + 1);
        } catch (Refusal unreadable) {
            return new Gathered(ErplyParams.of(head.query(), Params.NONE), unreadable);
        }
        ErplyParams all = ErplyParams.of(head.query(), sent);
        return new Gathered(all, fault(all, sent, config));
    }

    private static @Nullable Refusal fault(ErplyParams all, Params sent, ErplyConfig config) {
        if (sent.all().size() > config.maxParameters()) {
            return Refusal.of(ErplyCode.MALFORMED);
        }
        try {
            all.check(config.maxParameters(), config.maxParameterLength(), config.maxBulkLength());
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    /** The fields of a body; a body of another type holds none, as in PHP. */
    private static Params body(RequestHead head, byte[] body, int most) {
        String type = head.header("Content-Type");
        if (body.length == 0 || !head.method().equals("POST")) {
            return Params.NONE;
        }
        return switch (mediaType(type)) {
            case "multipart/form-data" -> Multipart.read(body, type == null ? "" : type, most);
            case "application/x-www-form-urlencoded", "" ->
                Params.parse(new String(body, StandardCharsets.UTF_8), most);
            default -> Params.NONE;
        };
    }

    private static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }
}
