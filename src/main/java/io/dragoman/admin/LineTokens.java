package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of a line, each of which must be of the type that is asked for; says which member is at fault. */
final class LineTokens {

    private final JsonParser json;
    private String member = "";

    LineTokens(JsonParser json) {
        this.json = json;
    }

    /** Something that reads one element of a list. */
    interface Element {
        void read() throws IOException;
    }

    void requireStart() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw Failure.of(Kind.INVALID, "not an object").toException();
        }
    }

    void requireEnd() throws IOException {
        if (json.nextToken() != null) {
            throw Failure.of(Kind.MALFORMED, "more than one object in a line").toException();
        }
    }

    /** Goes to the next member and its value; false where there is none. */
    boolean nextMember() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        member = json.currentName();
        json.nextToken();
        return true;
    }

    String member() {
        return member;
    }

    /** Names what is read next more closely; gives what it was called before. */
    String within(String closer) {
        String before = member;
        member = closer;
        return before;
    }

    /** Goes to the next member of an object within a member, and its value; null where there is none. */
    @Nullable
    String nextInner() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = json.currentName();
        json.nextToken();
        return name;
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    void requireObject() {
        require(JsonToken.START_OBJECT, "not an object");
    }

    /** A text, empty for null. */
    Optional<String> text() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(string());
    }

    String string() throws IOException {
        require(JsonToken.VALUE_STRING, "not a text");
        return json.getText();
    }

    long number() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, "not a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw invalid("too large a number");
        }
        return json.getLongValue();
    }

    boolean flag() throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw invalid("neither true nor false");
        }
        return json.getBooleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        try {
            return Enum.valueOf(type, string().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("is none of the values there can be");
        }
    }

    /** Reads each element of a list; there are none in null. */
    void each(Element element) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_ARRAY, "not a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /** Leaves out what the directory says of itself. */
    void skip() throws IOException {
        json.skipChildren();
    }

    FacadeException invalid(String detail) {
        return Failure.ofField(Kind.INVALID, member, detail).toException();
    }

    private void require(JsonToken token, String otherwise) {
        if (json.currentToken() != token) {
            throw invalid(otherwise);
        }
    }
}
