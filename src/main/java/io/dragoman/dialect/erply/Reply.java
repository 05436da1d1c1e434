package io.dragoman.dialect.erply;

import io.dragoman.directory.Page;
import java.util.List;
import java.util.function.Function;

/**
 * What a call answers.
 *
 * @param records a list of records or, for the calls that answer so, one object
 * @param total how many there are on all pages
 * @param count how many are in this answer
 */
record Reply(Object records, long total, int count) {

    static Reply of(List<Fields> records) {
        return new Reply(records, records.size(), records.size());
    }

    static Reply one(Fields record) {
        return of(List.of(record));
    }

    /** An object in place of the list (erply.md 3.9). */
    static Reply object(Fields record) {
        return new Reply(record, 1, 1);
    }

    static <T> Reply page(Page<T> page, Function<T, Fields> rendering) {
        List<Fields> records = page.items().stream().map(rendering).toList();
        return new Reply(records, page.total(), records.size());
    }
}
