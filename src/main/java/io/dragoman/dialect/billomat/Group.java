package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements of different names: an object in JSON.
 *
 * @param type the {@code type} attribute in XML, null for none
 */
record Group(String name, @Nullable String type, List<? extends Element> parts) implements Element {

    Group {
        parts = List.copyOf(parts);
    }

    static Group of(String name, Element... parts) {
        return new Group(name, null, List.of(parts));
    }

    @Override
    public void writeXml(XmlDocument xml) {
        if (type == null) {
            xml.open(name);
        } else {
            xml.open(name, "type", type);
        }
        for (Element part : parts) {
            part.writeXml(xml);
        }
        xml.close(name);
    }

    @Override
    public void writeJson(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Element part : parts) {
            json.writeFieldName(part.name());
            part.writeJson(json);
        }
        json.writeEndObject();
    }
}
