package io.dragoman.edge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an {@code Authorization: Basic} header says (RFC 7617); never shown. */
public record Basic(String user, String password) {

    private static final String SCHEME = "Basic ";

    /** Reads a header's value, null where it is of another scheme, no base64, or has no colon. */
    static @Nullable Basic parse(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? null : new Basic(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return null; // no base64 is as good as no credential
        }
    }

    @Override
    public String toString() {
        return "Basic[…]";
    }
}
