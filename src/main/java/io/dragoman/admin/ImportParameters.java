package io.dragoman.admin;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.ImportMode;
import io.dragoman.directory.bulk.MatchBy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the query of an import says.
 *
 * @param firstLine the number of the body's first line, where the rest of a file is sent
 */
record ImportParameters(ImportMode mode, MatchBy match, List<String> assign, Report report, long firstLine) {

    private static final Set<String> KNOWN = Set.of("mode", "match", "assign", "report", "line");
    private static final String NUMBERS = "numbers";
    private static final String EMAIL = "email";
    private static final String LOGIN = "login";

    static ImportParameters of(Call call, Systems systems) {
        Parameters.requireKnown(call, KNOWN);
        return new ImportParameters(
                mode(call), match(call, systems), assign(call, systems), report(call), firstLine(call));
    }

    /** What is told of the lines of an import, before the summary. */
    enum Report {
        /** What became of each. */
        ALL,
        /** Those that were not done. */
        FAILURES,
        /** Those that were not done, and up to which line they have been answered for. */
        PROGRESS
    }

    ImportJob job(AccountId account, Caller by) {
        return new ImportJob(account, mode, match, assign, by);
    }

    private static ImportMode mode(Call call) {
        try {
            return ImportMode.valueOf(text(call, "mode", "upsert").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("mode", "neither validate, insert nor upsert");
        }
    }

    private static MatchBy match(Call call, Systems systems) {
        Set<String> words = words(call, "match", NUMBERS).collect(Collectors.toSet());
        Set<String> numbered = words.stream().filter(systems::has).collect(Collectors.toSet());
        Set<String> others = Set.of(NUMBERS, EMAIL, LOGIN);
        if (words.stream().anyMatch(word -> !systems.has(word) && !others.contains(word))) {
            throw Parameters.invalid("match", "neither numbers, email, login nor a system");
        }
        return new MatchBy(words.contains(NUMBERS), numbered, words.contains(EMAIL), words.contains(LOGIN));
    }

    private static List<String> assign(Call call, Systems systems) {
        List<String> words = words(call, "assign", "").distinct().toList();
        if (words.stream().anyMatch(word -> !systems.has(word) && !word.equals(ImportJob.EMPLOYEE))) {
            throw Parameters.invalid("assign", "neither employee nor a system");
        }
        return words;
    }

    private static Report report(Call call) {
        try {
            return Report.valueOf(text(call, "report", "all").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("report", "neither all, failures nor progress");
        }
    }

    private static long firstLine(Call call) {
        String text = text(call, "line", "1");
        if (!text.matches("[1-9]\\d{0,14}")) {
            throw Parameters.invalid("line", "not a number from 1 on");
        }
        return Long.parseLong(text);
    }

    private static Stream<String> words(Call call, String name, String otherwise) {
        return Stream.of(text(call, name, otherwise).split(",", -1)).filter(word -> !word.isEmpty());
    }

    private static String text(Call call, String name, String otherwise) {
        String text = call.parameter(name);
        return text == null ? otherwise : text;
    }
}
