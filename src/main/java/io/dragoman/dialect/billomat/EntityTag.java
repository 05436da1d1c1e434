package io.dragoman.dialect.billomat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells one state of a picture from another (RFC 9110 8.8.3), without the picture. */
record EntityTag(String value) {

    /** The tag of what is made from these parts and nothing else. */
    static EntityTag of(Object... parts) {
        StringBuilder all = new StringBuilder();
        Stream.of(parts).forEach(part -> all.append(part).append('\0'));
        UUID hash = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
        return new EntityTag("\"" + hash + "\"");
    }

    /** Whether an If-None-Match header says that the caller has this state. */
    boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(",", -1)).map(String::strip).anyMatch(this::isNamedBy);
    }

    private boolean isNamedBy(String tag) {
        return tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(value);
    }
}
