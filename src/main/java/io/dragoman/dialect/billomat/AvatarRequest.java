package io.dragoman.dialect.billomat;

import io.dragoman.edge.Params;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which form of a picture is asked for (billomat.md 8).
 *
 * @param full the stored original, where there is one
 * @param size pixels a side of anything else
 */
record AvatarRequest(boolean full, int size) {

    private static final int DEFAULT = 100;
    private static final int LARGEST = 1000;
    private static final Pattern DIGITS = Pattern.compile("0*([0-9]+)");

    static AvatarRequest of(Params params) {
        return new AvatarRequest(params.last("mode", "").equalsIgnoreCase("FULL"), size(params.last("size", "")));
    }

    /** What is no number from 1 on is the default; of more digits than the largest has is the largest. */
    private static int size(String text) {
        Matcher digits = DIGITS.matcher(text);
        if (!digits.matches()) {
            return DEFAULT;
        }
        String significant = digits.group(1);
        int size = significant.length() > 9 ? LARGEST : Integer.parseInt(significant);
        return size == 0 ? DEFAULT : Math.min(size, LARGEST);
    }
}
