package io.dragoman.edge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters in the order sent, decoded as form data (UTF-8, {@code +} is a space).
 *
 * <p>A broken escape stands for itself: legacy clients send some, and their servers took them.
 */
public record Params(List<Param> all) {

    /** One parameter as sent; without {@code =} its value is empty. */
    public record Param(String name, String value) {

        /** The name without the brackets that make it an array's in PHP. */
        String bareName() {
            int bracket = name.indexOf('[');
            return bracket > 0 ? name.substring(0, bracket) : name;
        }
    }

    public static final Params NONE = new Params(List.of());

    public Params {
        all = List.copyOf(all);
    }

    /** Reads {@code a=1&b=2}; null or empty gives none. Of more than {@code most} the rest is left out. */
    public static Params parse(@Nullable String encoded, int most) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        List<Param> params = new ArrayList<>();
        int start = 0;
        while (start <= encoded.length() && params.size() < most) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                params.add(param(encoded.substring(start, end)));
            }
            start = end + 1;
        }
        return new Params(params);
    }

    private static Param param(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Param(decode(pair), "")
                : new Param(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    /** The last value of a name, null where it was not sent. */
    public @Nullable String last(String name) {
        String last = null;
        for (Param param : all) {
            if (param.name().equals(name)) {
                last = param.value();
            }
        }
        return last;
    }

    /** The last value of a name, or a default where it was not sent. */
    public String last(String name, String otherwise) {
        String last = last(name);
        return last == null ? otherwise : last;
    }

    public boolean has(String name) {
        return last(name) != null;
    }

    /** These and, after them, others. */
    public Params and(Params others) {
        return new Params(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escaped = c == '%' ? escape(text, i) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.writeBytes(literal(c, text, i));
                i += Character.isHighSurrogate(c) && i + 1 < text.length() ? 1 : 0;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The byte an escape at an index stands for, -1 where it is none. */
    private static int escape(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static byte[] literal(char c, String text, int at) {
        if (c == '+') {
            return new byte[] {' '};
        }
        int length = Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1;
        return text.substring(at, at + length).getBytes(StandardCharsets.UTF_8);
    }
}
