package io.dragoman.dialect.billomat;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;
import org.jspecify.annotations.Nullable;

/** Writes one XML document as Billomat does: UTF-8, four spaces a level, well formed whatever a text holds. */
final class XmlDocument {

    private static final String INDENT = "    ";
    private static final XMLOutputFactory FACTORY = factory();

    private final XMLStreamWriter writer;
    private int depth;

    private XmlDocument(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** A whole document. */
    static byte[] of(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            root.writeXml(new XmlDocument(writer));
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document that cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    void open(String name, Map<String, String> attributes) throws XMLStreamException {
        beginLine();
        writer.writeStartElement(name);
        write(attributes);
        depth++;
    }

    void close() throws XMLStreamException {
        depth--;
        beginLine();
        writer.writeEndElement();
    }

    void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        beginLine();
        writer.writeEmptyElement(name);
        write(attributes);
    }

    void value(String name, @Nullable String type, String value) throws XMLStreamException {
        beginLine();
        writer.writeStartElement(name);
        if (type != null) {
            writer.writeAttribute("type", type);
        }
        writer.writeCharacters(XmlText.of(value));
        writer.writeEndElement();
    }

    private void write(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void beginLine() throws XMLStreamException {
        writer.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static XMLOutputFactory factory() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(XMLOutputFactory2.P_AUTOMATIC_EMPTY_ELEMENTS, false);
        return factory;
    }
}
