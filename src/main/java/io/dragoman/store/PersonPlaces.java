package io.dragoman.store;

/** Totals of all people of a system, and where far pages of them begin, in SQL that counts spans of numbers, not people. */
final class PersonPlaces {

    /** Pages that begin further than this are looked for by span, as it costs what leaving that many rows out does. */
    static final long FAR = 4_096;

    /** A span's numbers are those with the same bits above these (V6__person_spans.sql). */
    private static final int SPAN_BITS = 13;

    private static final String SPANS = " from person_span s where s.account_id = $1 and s.system = $2";

    static final String TOTAL = "select cast(coalesce(sum(s.people), 0) as bigint) as total" + SPANS;

    private PersonPlaces() {}

    /** The people of a page that begins at {@code asked.first}, by number. */
    static String page(boolean descending, String limit) {
        String order = " order by n.number" + (descending ? " desc" : "");
        return "select n.person_id from person_number n where n.account_id = $1 and n.system = $2 and n.number "
                + (descending ? "<=" : ">=") + " (" + first(descending) + ")" + order + " limit " + limit;
    }

    /** The number at {@code asked.first}: its span by those before it, then its place in the span. */
    private static String first(boolean descending) {
        String direction = descending ? " desc" : "";
        String begin = "at.span << " + SPAN_BITS;
        String bound = descending ? "<= (" + begin + ") + " + ((1 << SPAN_BITS) - 1) : ">= " + begin;
        return "select m.number from (select * from (select s.span, s.people, sum(s.people) over (order by s.span"
                + direction + ") - s.people as before" + SPANS + ") b"
                + " where b.before <= asked.first and asked.first < b.before + b.people) at"
                + " cross join lateral (select m.number from person_number m where m.account_id = $1 and m.system = $2"
                + " and m.number " + bound + " order by m.number" + direction
                + " limit 1 offset cast(asked.first - at.before as bigint)) m";
    }
}
