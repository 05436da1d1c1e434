package io.dragoman.directory;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.List;

/**
 * How long the texts of a person may be, in characters.
 *
 * @param text of every text but the two below
 * @param email of an e-mail address
 * @param customField of the custom field, and of what is kept under a property
 */
public record Limits(int text, int email, int customField) {

    private static final List<Attribute<String>> TEXTS = List.of(
            Attribute.LOGIN,
            Attribute.EMAIL,
            Attribute.FIRST_NAME,
            Attribute.LAST_NAME,
            Attribute.SALUTATION,
            Attribute.PHONE,
            Attribute.LOCALE,
            Attribute.TIME_ZONE,
            Attribute.COMPANY_TEXT,
            Attribute.CUSTOM_FIELD);

    /** Throws INVALID, naming the attribute, for a text that is too long or holds what PostgreSQL cannot store. */
    void check(UserChange change) {
        TEXTS.forEach(attribute -> change.ifSet(attribute, text -> checkText(attribute.name(), text)));
    }

    /** The same for a role's name. */
    void checkRole(RoleChange change) {
        if (change.name() != null) {
            check("name", change.name(), text);
        }
    }

    /** The same for a property's name and default value. */
    void checkProperty(PropertyChange change) {
        if (change.name() != null) {
            check("name", change.name(), text);
        }
        if (change.defaultValue() != null) {
            check("defaultValue", change.defaultValue(), customField);
        }
    }

    /** The same for what is kept under a property. */
    void checkPropertyValue(String value) {
        check("value", value, customField);
    }

    /** The same for one text, by the name of its attribute. */
    public void checkText(String field, String value) {
        check(field, value, of(field));
    }

    private int of(String field) {
        if (field.equals(Attribute.EMAIL.name())) {
            return email;
        }
        return field.equals(Attribute.CUSTOM_FIELD.name()) ? customField : text;
    }

    private static void check(String field, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            throw Failure.ofField(Kind.INVALID, field, "longer than " + longest + " characters")
                    .toException();
        }
        if (value.indexOf('\0') >= 0 || !isWellFormed(value)) {
            throw Failure.ofField(Kind.INVALID, field, "holds characters that cannot be stored")
                    .toException();
        }
    }

    /** Whether every surrogate has its partner. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
