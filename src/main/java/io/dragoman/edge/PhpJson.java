package io.dragoman.edge;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * JSON as PHP's json_encode writes it by default: ASCII alone, {@code \/} for a slash, lower-case escapes.
 *
 * <p>For the dialects whose originals are PHP; each makes a mapper of its own.
 */
public final class PhpJson {

    private PhpJson() {}

    /** A builder of mappers that write so. */
    public static JsonMapper.Builder mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE);
        builder.build().getFactory().setCharacterEscapes(new SlashEscapes());
        return builder;
    }

    private static final class SlashEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final SerializedString ESCAPED_SLASH = new SerializedString("\\/");

        private final int[] codes = standardAsciiEscapesForJSON();

        SlashEscapes() {
            codes['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '/' ? ESCAPED_SLASH : null;
        }
    }
}
