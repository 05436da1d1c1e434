package io.dragoman.dialect.billomat;

import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyKind;
import io.dragoman.directory.PropertyValue;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** User properties and their values as Billomat sends and takes them (billomat.md 3.8). */
final class BillomatProperty {

    static final String NAME = "user-property";
    static final String VALUE_NAME = "user-property-value";

    private BillomatProperty() {}

    static Group of(Property property) {
        return Group.of(
                NAME,
                Text.integer("id", property.number()),
                Text.integer("account_id", property.account().value()),
                Text.of("name", property.name()),
                Text.of("type", type(property.kind())),
                Text.of("default_value", property.defaultValue()),
                Text.of("is_nvl", property.defaulted() ? "1" : "0"));
    }

    static Group of(PropertyValue value) {
        return Group.of(
                VALUE_NAME,
                Text.integer("id", value.number()),
                Text.integer("user_id", value.user()),
                Text.integer("user_property_id", value.property()),
                Text.of("type", type(value.kind())),
                Text.of("name", value.propertyName()),
                Text.of("value", value.value()));
    }

    /** What makes a property. Throws INVALID where name or type is missing, or one of the values is none. */
    static PropertyChange initial(Map<String, String> fields) {
        require(fields, "name");
        require(fields, "type");
        return change(fields);
    }

    /** What changes a property. */
    static PropertyChange change(Map<String, String> fields) {
        String name = fields.get("name");
        if (name != null && name.isBlank()) {
            throw invalid("name", "empty");
        }
        return new PropertyChange(
                name, kind(fields.get("type")), fields.get("default_value"), truth(fields.get("is_nvl")));
    }

    /** A value that must have been sent. Throws INVALID where it was not. */
    static String require(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw invalid(name, "missing");
        }
        return value;
    }

    /** A number of something that must exist. Throws INVALID for what is no number. */
    static long number(Map<String, String> fields, String name) {
        String number = require(fields, name);
        if (!Ids.isNumber(number)) {
            throw invalid(name, "no number");
        }
        return Ids.of(number);
    }

    private static String type(PropertyKind kind) {
        return switch (kind) {
            case LINE -> "TEXTFIELD";
            case TEXT -> "TEXTAREA";
            case CHECKBOX -> "CHECKBOX";
        };
    }

    private static @Nullable PropertyKind kind(@Nullable String type) {
        if (type == null) {
            return null;
        }
        for (PropertyKind kind : PropertyKind.values()) {
            if (type(kind).equals(type)) {
                return kind;
            }
        }
        throw invalid("type", "no such type");
    }

    private static @Nullable Boolean truth(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.equals("1") && !text.equals("0")) {
            throw invalid("is_nvl", "neither 1 nor 0");
        }
        return text.equals("1");
    }

    private static RuntimeException invalid(String field, String detail) {
        return Failure.ofField(Kind.INVALID, field, detail).toException();
    }
}
