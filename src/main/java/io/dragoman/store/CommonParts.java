package io.dragoman.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts that many texts of a table have, of up to three characters each, as an index of trigrams keeps them.
 *
 * <p>Such an index finds a text by comparing the lists of those who have its parts, and reads a list that nearly everybody is in from
 * end to end. What is rare of a text finds the same people sooner.
 */
final class CommonParts {

    /** Nothing is known to be common. */
    static final CommonParts NONE = new CommonParts(Set.of());

    private static final int LONGEST = 3;

    /** A part is common that one in so many has. */
    private static final int ONE_IN = 20;

    private final Set<String> parts;

    private CommonParts(Set<String> parts) {
        this.parts = parts;
    }

    /** Those of some texts out of many. */
    static CommonParts of(List<String> sample) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : sample) {
            partsOf(text).forEach(part -> counts.merge(part, 1, Integer::sum));
        }
        return new CommonParts(counts.entrySet().stream()
                .filter(counted -> counted.getValue() * ONE_IN >= sample.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What of a text is worth looking for, in the order it has there: its rare parts, or nothing where it has none. A single
     * rare one may still be what one in {@value #ONE_IN} has, so that the text is looked for as it is.
     */
    List<String> rare(String text) {
        int[] characters = text.codePoints().toArray();
        int length = Math.min(LONGEST, characters.length);
        BitSet rare = new BitSet();
        int found = 0;
        for (int from = 0; from + length <= characters.length; from++) {
            if (!parts.contains(new String(characters, from, length))) {
                rare.set(from, from + length);
                found++;
            }
        }
        return found == 1 ? List.of(text) : runs(characters, rare);
    }

    private static List<String> runs(int[] characters, BitSet rare) {
        List<String> runs = new ArrayList<>();
        for (int from = rare.nextSetBit(0); from >= 0; from = rare.nextSetBit(rare.nextClearBit(from))) {
            runs.add(new String(characters, from, rare.nextClearBit(from) - from));
        }
        return runs;
    }

    private static Set<String> partsOf(String text) {
        int[] characters = text.codePoints().toArray();
        Set<String> parts = new HashSet<>();
        for (int length = 1; length <= LONGEST; length++) {
            for (int from = 0; from + length <= characters.length; from++) {
                parts.add(new String(characters, from, length));
            }
        }
        return parts;
    }
}
