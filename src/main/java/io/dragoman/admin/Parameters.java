package io.dragoman.admin;

import io.dragoman.edge.Params.Param;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list; one that the list does not know is refused, as a filter must not be lost silently. */
final class Parameters {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int DEFAULT_LIMIT = 50;

    private final Call call;
    private final int maxPage;

    private Parameters(Call call, int maxPage) {
        this.call = call;
        this.maxPage = maxPage;
    }

    static Parameters of(Call call, AdminConfig config, String... filters) {
        Set<String> known = new TreeSet<>(Set.of(filters));
        known.add(LIMIT);
        known.add(CURSOR);
        requireKnown(call, known);
        return new Parameters(call, config.maxPage());
    }

    /** Throws INVALID where the query has a parameter of another name. */
    static void requireKnown(Call call, Set<String> known) {
        call.head().query().all().stream()
                .map(Param::name)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(name, "no such parameter; there are " + String.join(", ", new TreeSet<>(known)));
                });
    }

    @Nullable
    String cursor() {
        return text(CURSOR);
    }

    /** Rows wanted; more than there may be are as many as there may be. */
    int limit() {
        Long limit = number(LIMIT);
        if (limit != null && limit < 1) {
            throw invalid(LIMIT, "less than 1");
        }
        return (int) Math.min(maxPage, limit == null ? DEFAULT_LIMIT : limit);
    }

    @Nullable
    String text(String name) {
        return call.parameter(name);
    }

    @Nullable
    Long number(String name) {
        return parsed(name, "not a number", Long::valueOf);
    }

    @Nullable
    Boolean flag(String name) {
        return parsed(name, "neither true nor false", Parameters::flagOf);
    }

    @Nullable
    Instant time(String name) {
        return parsed(
                name,
                "not a time as RFC 3339 writes it",
                text -> OffsetDateTime.parse(text).toInstant());
    }

    <T> @Nullable T parsed(String name, String otherwise, Function<String, T> parsing) {
        String text = text(name);
        try {
            return text == null ? null : parsing.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(name, otherwise);
        }
    }

    static FacadeException invalid(String parameter, String detail) {
        return Failure.ofField(Kind.INVALID, "?" + parameter, detail).toException();
    }

    private static boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
