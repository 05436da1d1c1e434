package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value: a string in JSON, whatever its type in XML.
 *
 * @param type the {@code type} attribute in XML, null for none
 */
record Text(String name, @Nullable String type, String value) implements Element {

    /** Seconds, a numeric offset with a colon even at Greenwich, no fraction. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static Text of(String name, String value) {
        return new Text(name, null, value);
    }

    static Text integer(String name, long value) {
        return new Text(name, "integer", Long.toString(value));
    }

    static Text moment(String name, Instant value, ZoneId zone) {
        return new Text(name, "datetime", MOMENT.format(value.atZone(zone)));
    }

    @Override
    public void writeXml(XmlDocument xml) {
        xml.value(name, type, value);
    }

    @Override
    public void writeJson(JsonGenerator json) throws IOException {
        json.writeString(value);
    }
}
