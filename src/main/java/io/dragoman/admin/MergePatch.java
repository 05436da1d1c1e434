package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;

/** Changes documents by merge patches (RFC 7396). */
final class MergePatch {

    /** Somebody else may have changed the thing between its being read and written; who names no version need not care. */
    private static final int ATTEMPTS = 4;

    private MergePatch() {}

    /** A document with a patch applied. Fails with INVALID where the result is none of its type. */
    static <T> T applied(T document, JsonNode patch, Class<T> type) {
        return AdminJson.document(merged(AdminJson.tree(document), patch), type);
    }

    /** Reads, merges and writes; once more where that lost a race, unless the caller has named the version he means. */
    static <R> Uni<R> retried(Call call, Supplier<Uni<R>> attempt) {
        Uni<R> once = Uni.createFrom().deferred(attempt::get);
        return call.ifMatch() == null
                ? once.onFailure(MergePatch::isStale).retry().atMost(ATTEMPTS - 1)
                : once;
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.putNull(member.getKey());
            } else {
                result.set(member.getKey(), merged(result.path(member.getKey()), member.getValue()));
            }
        }
        return result;
    }

    private static boolean isStale(Throwable thrown) {
        return thrown instanceof FacadeException facade && facade.failure().kind() == Kind.STALE;
    }
}
