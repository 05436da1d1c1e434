package io.dragoman.dialect.cscart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PHP makes of texts. */
final class Php {

    private static final String WHITE_SPACE = " \t\n\r\0\u000B";
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("[ \t\n\r\u000B\f]*([+-]?)(\\d+)?(\\.\\d*)?([eE][+-]?\\d+)?.*", Pattern.DOTALL);
    private static final Pattern NUMERIC =
            Pattern.compile("[ \t\n\r\u000B\f]*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?[ \t\n\r\u000B\f]*");
    private static final int LONGEST_LONG = 18;

    private Php() {}

    /** {@code trim()}. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && WHITE_SPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && WHITE_SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@code empty()}. */
    static boolean isEmpty(String text) {
        return text.isEmpty() || text.equals("0");
    }

    /** {@code is_numeric()}. */
    static boolean isNumeric(String text) {
        return NUMERIC.matcher(text).matches();
    }

    /** {@code (int)}: the number a text begins with, 0 where it begins with none; saturates where it leaves the range. */
    static long toInt(String text) {
        Matcher number = LEADING_NUMBER.matcher(text);
        if (!number.matches() || (number.group(2) == null && number.group(3) == null)) {
            return 0;
        }
        String digits = number.group(2);
        if (number.group(3) == null && number.group(4) == null && digits.length() <= LONGEST_LONG) {
            return Long.parseLong(number.group(1) + digits);
        }
        return (long) toDouble(number);
    }

    private static double toDouble(Matcher number) {
        String whole = number.group(2) == null ? "0" : number.group(2);
        String fraction = number.group(3) == null || number.group(3).equals(".") ? "" : number.group(3);
        String exponent = number.group(4) == null ? "" : number.group(4);
        return Double.parseDouble(number.group(1) + whole + fraction + exponent);
    }

    /** A number as PHP writes it. */
    static String toText(double number) {
        long whole = (long) number;
        return whole == number && Math.abs(whole) < 1_000_000_000_000_000L
                ? Long.toString(whole)
                : Double.toString(number);
    }
}
