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
        return mapper(new SlashEscapes(false));
    }

    /** The same with {@code < > &} escaped (JSON_HEX_TAG, JSON_HEX_AMP), for JSON that is sent as HTML. */
    public static JsonMapper.Builder markupSafeMapper() {
        return mapper(new SlashEscapes(true));
    }

    private static JsonMapper.Builder mapper(CharacterEscapes escapes) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE);
        builder.build().getFactory().setCharacterEscapes(escapes);
        return builder;
    }

    private static final class SlashEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final SerializedString ESCAPED_SLASH = new SerializedString("\\/");

        private final int[] codes = standardAsciiEscapesForJSON();

        SlashEscapes(boolean markupToo) {
            codes['/'] = ESCAPE_CUSTOM;
            if (markupToo) {
                codes['<'] = ESCAPE_STANDARD;
                codes['>'] = ESCAPE_STANDARD;
                codes['&'] = ESCAPE_STANDARD;
            }
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
