package io.dragoman.admin;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag: the version of a thing, which changes are held to, and a digest of what is told of it, as other
 * things may be told with it.
 */
record EntityTag(long version, String digest) {

    private static final int DIGEST = 8;

    static EntityTag of(long version, byte[] body) {
        return new EntityTag(version, HexFormat.of().formatHex(sha256(body), 0, DIGEST));
    }

    String value() {
        return "\"" + version + "-" + digest + "\"";
    }

    /** Whether an {@code If-None-Match} names it, be it as a weak one (RFC 9110 13.1.2). */
    boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && tags(ifNoneMatch)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(value()));
    }

    /** Throws STALE where an {@code If-Match} names neither this version nor any. */
    static void require(long version, @Nullable String ifMatch) {
        if (ifMatch != null
                && tags(ifMatch).noneMatch(tag -> tag.equals("*") || tag.startsWith("\"" + version + "-"))) {
            throw Failure.of(Kind.STALE, "If-Match names another version").toException();
        }
    }

    private static Stream<String> tags(String header) {
        return Stream.of(header.split(",", -1)).map(String::strip);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
