package io.dragoman.store;

import java.util.ArrayList;
import java.util.List;

/** Patterns of SQL's {@code like}: % stands for any text, _ for any character, \ takes the next one as it is. */
final class LikePattern {

    private LikePattern() {}

    /** What matches texts that hold a text. */
    static String holding(String text) {
        return "%" + escaped(text) + "%";
    }

    /** What matches texts that hold what a pattern matches. */
    static String around(String pattern) {
        return "%" + closed(pattern) + "%";
    }

    /** What matches texts that hold some texts, one behind the other. */
    static String holding(List<String> texts) {
        return "%" + String.join("%", texts.stream().map(LikePattern::escaped).toList()) + "%";
    }

    /** The texts that whatever matches a pattern holds, in their order. */
    static List<String> literals(String pattern) {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' || c == '_') {
                add(literal, literals);
            } else {
                literal.append(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c);
            }
        }
        add(literal, literals);
        return literals;
    }

    private static void add(StringBuilder literal, List<String> literals) {
        if (!literal.isEmpty()) {
            literals.add(literal.toString());
            literal.setLength(0);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A pattern's last backslash has nothing to take as it is but what follows the pattern. */
    private static String closed(String pattern) {
        int end = pattern.length();
        while (end > 0 && pattern.charAt(end - 1) == '\\') {
            end--;
        }
        return (pattern.length() - end) % 2 == 0 ? pattern : pattern + "\\";
    }
}
