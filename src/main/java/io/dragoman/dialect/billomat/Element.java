package io.dragoman.dialect.billomat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A part of a document, which can write itself in both forms: in XML as an element, in JSON as a member. */
interface Element {

    String name();

    void writeXml(XmlDocument xml);

    /** Writes the value; whoever calls has written the name. */
    void writeJson(JsonGenerator json) throws IOException;
}
