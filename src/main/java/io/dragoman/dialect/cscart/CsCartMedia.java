package io.dragoman.dialect.cscart;

import io.dragoman.edge.RequestHead;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which media types are read and written (cscart.md 7). */
final class CsCartMedia {

    static final String TEXT = "text/plain";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final Set<String> JSON = Set.of("application/json", "application/javascript");
    /** Plain text is answered with JSON: the original prints the word Array. */
    private static final Set<String> WRITTEN =
            Set.of("application/json", "application/javascript", TEXT, "*/*", "application/*", "text/*");

    private CsCartMedia() {}

    /** The type of the body, without its parameters; plain text where none is named. */
    static String ofBody(RequestHead head) {
        String type = head.header("Content-Type");
        String bare = type == null ? "" : bare(type);
        return bare.isEmpty() ? TEXT : bare;
    }

    static boolean isJson(String type) {
        return JSON.contains(type);
    }

    /** Whether JSON is among what a client accepts; one who names nothing accepts it. */
    static boolean isAcceptable(@Nullable String accept) {
        return accept == null || accept.isBlank() || ranges(accept).anyMatch(WRITTEN::contains);
    }

    /** The types accepted, in the order sent. */
    private static Stream<String> ranges(String accept) {
        return Stream.of(accept.split(",", -1))
                .filter(range -> !isRefused(range))
                .map(CsCartMedia::bare)
                .filter(range -> !range.isEmpty());
    }

    private static boolean isRefused(String range) {
        return Stream.of(range.split(";", -1))
                .skip(1)
                .map(parameter -> parameter.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(parameter -> parameter.matches("q=0(\\.0*)?"));
    }

    private static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }
}
