package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** A page of a list, which in JSON is an array for many rows, the row itself for one and no member for none (3.2). */
record Rows(String name, List<? extends Element> rows, Paging paging, long total) implements Element {

    Rows {
        rows = List.copyOf(rows);
    }

    @Override
    public void writeXml(XmlDocument xml) {
        String[] attributes = {
            "type", "array",
            "page", Long.toString(paging.page()),
            "per_page", Integer.toString(paging.perPage()),
            "total", Long.toString(total)
        };
        if (rows.isEmpty()) {
            xml.empty(name, attributes);
            return;
        }
        xml.open(name, attributes);
        for (Element row : rows) {
            row.writeXml(xml);
        }
        xml.close(name);
    }

    @Override
    public void writeJson(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!rows.isEmpty()) {
            json.writeFieldName(rows.get(0).name());
            writeEntries(json);
        }
        json.writeStringField("@page", Long.toString(paging.page()));
        json.writeStringField("@per_page", Integer.toString(paging.perPage()));
        json.writeStringField("@total", Long.toString(total));
        json.writeEndObject();
    }

    private void writeEntries(JsonGenerator json) throws IOException {
        if (rows.size() == 1) {
            rows.get(0).writeJson(json);
            return;
        }
        json.writeStartArray();
        for (Element row : rows) {
            row.writeJson(json);
        }
        json.writeEndArray();
    }
}
