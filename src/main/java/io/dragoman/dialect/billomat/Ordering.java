package io.dragoman.dialect.billomat;

import io.dragoman.edge.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One field of {@code order_by=field DESC,field} (billomat.md 5).
 *
 * @param key what the list calls the field
 */
record Ordering<K>(K key, boolean descending) {

    /** The fields asked for, of those a list can be sorted by; the others, and repeated ones, are left out. */
    static <K> List<Ordering<K>> of(Params params, Map<String, K> fields) {
        List<Ordering<K>> order = new ArrayList<>();
        for (String part : params.last("order_by", "").split(",", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            K key = fields.get(words[0].toLowerCase(Locale.ROOT));
            if (key != null && order.stream().noneMatch(known -> known.key().equals(key))) {
                order.add(new Ordering<>(key, words.length > 1 && words[1].equalsIgnoreCase("DESC")));
            }
        }
        return order;
    }
}
