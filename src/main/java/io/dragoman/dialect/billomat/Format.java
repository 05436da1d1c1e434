package io.dragoman.dialect.billomat;

import io.dragoman.edge.RequestHead;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The two forms of every document, and which of them a request asks for (billomat.md 5). */
enum Format {
    XML,
    JSON;

    /** How much a type is wanted, and which of equally wanted ones was named first. */
    private record Wish(double quality, int place) {

        static final Wish NONE = new Wish(0, Integer.MAX_VALUE);

        boolean beats(Wish other) {
            return quality == other.quality ? place < other.place : quality > other.quality;
        }
    }

    /** What a request asks for: by {@code format}, else by Accept; XML where it does not say. */
    static Format of(RequestHead head) {
        Format named = named(head);
        if (named != null) {
            return named;
        }
        return wish(head, Format::isJson).beats(wish(head, Format::isXml)) ? JSON : XML;
    }

    /** Whether a request asks for XML rather than taking it for want of anything else. */
    static boolean asksForXml(RequestHead head) {
        Format named = named(head);
        return named == null ? wish(head, Format::isXml).beats(wish(head, Format::isJson)) : named == XML;
    }

    private static @Nullable Format named(RequestHead head) {
        return switch (head.query().last("format", "").toLowerCase(Locale.ROOT)) {
            case "xml" -> XML;
            case "json" -> JSON;
            default -> null;
        };
    }

    private static Wish wish(RequestHead head, Predicate<String> type) {
        String accept = head.list("Accept");
        Wish best = Wish.NONE;
        if (accept != null) {
            String[] ranges = accept.toLowerCase(Locale.ROOT).split(",", -1);
            for (int place = 0; place < ranges.length; place++) {
                Wish wish = wish(ranges[place], place, type);
                best = wish.beats(best) ? wish : best;
            }
        }
        return best;
    }

    private static Wish wish(String range, int place, Predicate<String> type) {
        String[] parts = range.split(";", -1);
        double quality = type.test(parts[0].strip()) ? quality(parts) : 0;
        return quality > 0 ? new Wish(quality, place) : Wish.NONE;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2).strip());
            }
        }
        return 1;
    }

    /** What is no number wants nothing less than the most. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("text/json");
    }

    private static boolean isXml(String type) {
        return type.equals("application/xml") || type.equals("text/xml");
    }
}
