package io.dragoman.dialect.billomat;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code <root><name>text</name></root>}; no document types, no entities, nothing from elsewhere. */
final class XmlInput {

    private final XMLInputFactory factory;

    XmlInput(BillomatConfig.Input config) {
        factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, config.maxDepth());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) config.maxElements());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, config.maxElements());
        factory.setProperty(
                WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, (int) config.maxSize().asLongValue());
        factory.setProperty(
                WstxInputProperties.P_MAX_CHARACTERS, config.maxSize().asLongValue());
    }

    Map<String, String> fields(String document, String root) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
            try {
                return fields(reader, root);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private static Map<String, String> fields(XMLStreamReader reader, String root) throws XMLStreamException {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw malformed("declared as " + declared);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        enter(reader, root);
        while (next(reader) != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                String text = text(reader);
                if (text != null) {
                    fields.put(name, text);
                }
            }
        }
        while (reader.hasNext()) {
            next(reader);
        }
        return fields;
    }

    private static void enter(XMLStreamReader reader, String root) throws XMLStreamException {
        while (next(reader) != XMLStreamConstants.START_ELEMENT) {
            // Comments and white space may stand before the root.
        }
        if (!reader.getLocalName().equals(root)) {
            throw malformed("the root is not " + root);
        }
    }

    /** Reads an element to its end; null where it holds other elements. */
    private static @Nullable String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean flat = true;
        for (int depth = 1; depth > 0; ) {
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flat = false;
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {}
            }
        }
        return flat ? text.toString() : null;
    }

    /** A document type or an entity stands for more than is written, so that neither is passed over in silence. */
    private static int next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed("document types and entities are not read");
        }
        return event;
    }

    /** The parser is lazy: some of its checks throw unchecked, as they are made behind an accessor. */
    private static RuntimeException refusal(Exception thrown) {
        return thrown instanceof FacadeException refused
                ? refused
                : Failure.of(Kind.MALFORMED, "not XML").toException(thrown);
    }

    private static RuntimeException malformed(String detail) {
        return Failure.of(Kind.MALFORMED, detail).toException();
    }
}
