package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line says of a person; what it does not speak of stays as it is, or takes its default in a new person.
 *
 * @param id the directory's own key of him, null where the line does not know it
 * @param values his values by field, each of the field's type
 * @param numbers by system
 * @param role the primary one, null where the line does not speak of it
 * @param password null where the line does not speak of it
 */
public record PersonLine(
        long line,
        @Nullable UserId id,
        Map<LineField, Object> values,
        Map<String, Long> numbers,
        @Nullable RoleName role,
        List<LineLink> links,
        List<LineKey> keys,
        @Nullable LinePassword password)
        implements Line {

    /** A text of his, null where the line does not give it. */
    public @Nullable String text(LineField field) {
        return (String) values.get(field);
    }

    /**
     * The login, or what somebody new is called who is given none: his e-mail address, else {@code user_N} after his
     * number in the first of his systems; null where he has neither.
     */
    public @Nullable String loginOrDefault() {
        String login = text(LineField.LOGIN);
        if (login != null) {
            return login;
        }
        String email = text(LineField.EMAIL);
        if (email != null && !email.isEmpty()) {
            return email;
        }
        return numbers.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(number -> "user_" + number.getValue())
                .orElse(null);
    }

    @Override
    public String toString() {
        return "PersonLine[" + line + "]";
    }
}
