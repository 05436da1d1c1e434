package io.dragoman.dialect.erply;

import org.jspecify.annotations.Nullable;

/**
 * One call of a bulk.
 *
 * @param id what the client tells the answers apart by, null where it sent nothing
 */
record SubRequest(String name, @Nullable String id, ErplyParams params) {

    /** How its status begins (erply.md 7.3). */
    Fields status() {
        return Fields.of("requestName", name).with("requestID", id);
    }
}
