package io.dragoman.dialect.cscart;

import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The refusals the room makes itself, and what is said of them (cscart.md 6). */
final class CsCartRefusal {

    private static final String REQUIRED = "required";
    private static final String USER = "User";

    /** What CS-Cart calls the directory's attributes. */
    private static final Map<String, String> FIELDS = Map.of(
            "login", "user_login",
            "firstName", "firstname",
            "lastName", "lastname",
            "companyText", "company",
            "company", "company_id",
            "locale", "lang_code",
            "created", "timestamp",
            "kind", "user_type",
            "active", "status",
            "name", "usergroup");

    private CsCartRefusal() {}

    static Failure required(String field) {
        return Failure.ofField(Kind.INVALID, field, REQUIRED);
    }

    static Failure invalid(String field) {
        return Failure.ofField(Kind.INVALID, field, "invalid");
    }

    /** A bad request, with this text. */
    static Failure saying(String text) {
        return Failure.of(Kind.INVALID, text);
    }

    /** A bad request of which nothing is said. */
    static Failure badRequest() {
        return Failure.of(Kind.INVALID);
    }

    static Failure malformedJson() {
        return Failure.ofField(Kind.MALFORMED, "body", "Syntax error, malformed JSON");
    }

    static Failure missingParameters() {
        return Failure.of(Kind.METHOD_NOT_ALLOWED, "Missing parameters");
    }

    static Failure idUndefined() {
        return Failure.of(Kind.METHOD_NOT_ALLOWED, "Object ID undefined");
    }

    static Failure idDefined() {
        return Failure.of(Kind.METHOD_NOT_ALLOWED, "ID must not be defined");
    }

    static Failure noEntity(String name) {
        return Failure.ofField(Kind.NO_SUCH_PATH, "Entity " + name, "unknown");
    }

    /** What an update of an unknown user is answered. */
    static Failure noUser() {
        return Failure.ofField(Kind.NOT_FOUND, USER, "unknown");
    }

    static boolean isNoUser(Failure failure) {
        return failure.kind() == Kind.NOT_FOUND && USER.equals(failure.field());
    }

    /** What is said of a body that is broken, of all else that is nothing. */
    static @Nullable String ofMalformed(Failure failure) {
        return failure.field() == null ? null : failure.detail();
    }

    /** What is said of an invalid value. */
    static String ofInvalid(Failure failure) {
        String field = failure.field();
        if (field == null) {
            return failure.detail();
        }
        String called = FIELDS.getOrDefault(field, field);
        return "The " + called + " field is " + (failure.detail().equals(REQUIRED) ? REQUIRED : "invalid");
    }

    /** What is said of something that is not there; null for nothing. */
    static @Nullable String ofMissing(Failure failure) {
        return failure.field() == null ? null : "The " + failure.field() + " not found";
    }
}
