package io.dragoman.directory.bulk;

import io.dragoman.directory.Limits;
import io.dragoman.directory.Permission;
import io.dragoman.directory.ProfileRules;
import io.dragoman.directory.Vocabulary;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.time.Instant;
import java.util.List;

/** The rules that a line must keep by itself, whatever the directory holds. */
final class LineRules {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int ALL_OF_THE_PRICE = 100;

    private final Limits limits;

    LineRules(Limits limits) {
        this.limits = limits;
    }

    /** The same lines; those that break a rule say which instead of speaking of a person. */
    List<Line> check(List<Line> lines) {
        return lines.stream().map(this::check).toList();
    }

    private Line check(Line line) {
        return line instanceof PersonLine person ? check(person) : line;
    }

    private Line check(PersonLine line) {
        try {
            line.values().forEach(this::check);
            line.numbers().forEach(LineRules::checkNumber);
            if (line.id() == null && line.numbers().isEmpty() && line.loginOrDefault() == null) {
                throw Failure.of(Kind.INVALID, "says nobody's number, e-mail address or login")
                        .toException();
            }
            return line;
        } catch (FacadeException broken) {
            return new Line.Unreadable(line.line(), broken.failure());
        }
    }

    private void check(LineField field, Object value) {
        if (value instanceof String text) {
            limits.checkText(field.word(), text);
        }
        switch (field) {
            case LOGIN, LOCALE, TIME_ZONE, SALUTATION -> checkWord(field, (String) value);
            case MAX_DISCOUNT -> require((Integer) value >= 0 && (Integer) value <= ALL_OF_THE_PRICE, field);
            case COMPANY, PACKING_STATION, EMPLOYEE_NUMBER -> require((Long) value >= 0, field);
            case GRANTED, DENIED -> require(areKnown((List<?>) value), field);
            case CREATED, UPDATED, LAST_LOGIN -> require(isDate((Instant) value), field);
            default -> {
                // any text of its length, any flag
            }
        }
    }

    private static void checkWord(LineField field, String word) {
        switch (field) {
            case LOGIN -> require(!word.isBlank(), field);
            case LOCALE -> require(ProfileRules.isLocale(word), field);
            case TIME_ZONE -> require(ProfileRules.isTimeZone(word), field);
            default -> require(ProfileRules.isSalutation(word), field);
        }
    }

    private static void checkNumber(String system, long number) {
        if (number <= 0) {
            throw Failure.ofField(Kind.INVALID, "numbers/" + system, "is not above 0")
                    .toException();
        }
    }

    private static boolean areKnown(List<?> permissions) {
        return permissions.stream().allMatch(permission -> Vocabulary.ALL.contains((Permission) permission));
    }

    private static boolean isDate(Instant moment) {
        return moment.equals(LineField.NEVER) || (!moment.isBefore(FIRST) && !moment.isAfter(LAST));
    }

    private static void require(boolean kept, LineField field) {
        if (!kept) {
            throw Failure.ofField(Kind.INVALID, field.word(), "is none of the values there can be")
                    .toException();
        }
    }
}
