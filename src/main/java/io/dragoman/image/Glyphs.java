package io.dragoman.image;

import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The capital letters of the Latin alphabet as strokes, as a server has no fonts; 8 wide, 12 high, from the top left. */
final class Glyphs {

    static final int WIDTH = 8;
    static final int HEIGHT = 12;

    /** In SVG's path language, of which M, L and Q are known. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "M0 12L4 0L8 12M1.4 8L6.6 8"),
            Map.entry('B', "M0 6L4 6Q8 6 8 9Q8 12 4 12L0 12L0 0L4 0Q7.4 0 7.4 3Q7.4 6 4 6"),
            Map.entry('C', "M8 2.5Q7 0 4.4 0Q0 0 0 6Q0 12 4.4 12Q7 12 8 9.5"),
            Map.entry('D', "M0 0L3 0Q8 0 8 6Q8 12 3 12L0 12L0 0"),
            Map.entry('E', "M7.5 0L0 0L0 12L7.5 12M0 6L6 6"),
            Map.entry('F', "M7.5 0L0 0L0 12M0 6L6 6"),
            Map.entry('G', "M8 2.5Q7 0 4.4 0Q0 0 0 6Q0 12 4.4 12Q8 12 8 8.5L8 7L5 7"),
            Map.entry('H', "M0 0L0 12M8 0L8 12M0 6L8 6"),
            Map.entry('I', "M4 0L4 12"),
            Map.entry('J', "M7 0L7 8Q7 12 4 12Q1 12 1 9"),
            Map.entry('K', "M0 0L0 12M8 0L0 7M3 4.4L8 12"),
            Map.entry('L', "M0.5 0L0.5 12L7.5 12"),
            Map.entry('M', "M0 12L0 0L4 7L8 0L8 12"),
            Map.entry('N', "M0 12L0 0L8 12L8 0"),
            Map.entry('O', "M4 0Q0 0 0 6Q0 12 4 12Q8 12 8 6Q8 0 4 0"),
            Map.entry('P', "M0 12L0 0L4 0Q8 0 8 3.5Q8 7 4 7L0 7"),
            Map.entry('Q', "M4 0Q0 0 0 6Q0 12 4 12Q8 12 8 6Q8 0 4 0M5 8.5L8 12"),
            Map.entry('R', "M0 12L0 0L4 0Q8 0 8 3.5Q8 7 4 7L0 7M4 7L8 12"),
            Map.entry('S', "M7.6 2Q7 0 4 0Q0.4 0 0.4 3Q0.4 6 4 6Q8 6 8 9Q8 12 4 12Q0.7 12 0 10"),
            Map.entry('T', "M0 0L8 0M4 0L4 12"),
            Map.entry('U', "M0 0L0 8Q0 12 4 12Q8 12 8 8L8 0"),
            Map.entry('V', "M0 0L4 12L8 0"),
            Map.entry('W', "M0 0L2 12L4 4L6 12L8 0"),
            Map.entry('X', "M0 0L8 12M8 0L0 12"),
            Map.entry('Y', "M0 0L4 6L8 0M4 6L4 12"),
            Map.entry('Z', "M0 0L8 0L0 12L8 12"));

    /** Letters that Unicode does not take apart into a Latin one and a mark. */
    private static final Map<Character, Character> RELATED =
            Map.of('Ø', 'O', 'Ł', 'L', 'Đ', 'D', 'Æ', 'A', 'Œ', 'O', 'Þ', 'T', 'ẞ', 'S', 'ß', 'S');

    private static final Pattern STEP = Pattern.compile("([MLQ])([0-9. ]+)");

    private Glyphs() {}

    /** The first letter of a name that can be drawn, without its marks; null where it begins with another. */
    static @Nullable Character initial(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
        if (plain.isEmpty()) {
            return null;
        }
        char first = Character.toUpperCase(plain.charAt(0));
        char letter = RELATED.getOrDefault(first, first);
        return STROKES.containsKey(letter) ? letter : null;
    }

    static Path2D strokes(char letter) {
        Path2D path = new Path2D.Double();
        Matcher steps = STEP.matcher(STROKES.getOrDefault(letter, ""));
        while (steps.find()) {
            String[] at = steps.group(2).split(" ", -1);
            double x = Double.parseDouble(at[0]);
            double y = Double.parseDouble(at[1]);
            switch (steps.group(1)) {
                case "M" -> path.moveTo(x, y);
                case "L" -> path.lineTo(x, y);
                default -> path.quadTo(x, y, Double.parseDouble(at[2]), Double.parseDouble(at[3]));
            }
        }
        return path;
    }
}
