package io.dragoman.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Reads lists that come in pages. */
final class Pages {

    private static final String ROOT = "/admin/v1";

    private Pages() {}

    /** Hands each item of all pages on. */
    static void of(Api api, String path, Consumer<JsonNode> item) {
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next);
            page.path("items").forEach(item);
            String address = page.path("next").asText("");
            next = address.startsWith(ROOT) ? address.substring(ROOT.length()) : "";
        }
    }
}
