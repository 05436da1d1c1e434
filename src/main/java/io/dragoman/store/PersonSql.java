package io.dragoman.store;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserQuery.Sort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements that read people, one for each way of asking. */
final class PersonSql {

    /** Matches that are sorted whenever they are asked for. */
    static final int FEW = 10_000;

    static final int TOTAL = PersonColumn.COUNT;
    static final int OFFSET = PersonColumn.COUNT + 1;

    /** Says nothing to the server, and {@link BoundedPool} that the statement is not to be kept prepared. */
    private static final String PLANNED_ANEW = " ";

    private static final String SELECT = "select " + PersonColumn.ALL + " from person_detail d where d.account_id = $1";

    static final String BY_ID = SELECT + " and d.id = $2";
    static final String BY_LOGIN = SELECT + " and d.folded_login = $2";
    static final String BY_PIN = SELECT + " and d.pin = $2";
    static final String BY_NUMBER = SELECT + " and d.id = (select n.person_id from person_number n"
            + " where n.account_id = $1 and n.system = $2 and n.number = $3)";

    // Whoever is told to look up one side for each row of the other cannot compare all with all, which is what the
    // planner chooses for an account it takes for a small one: "offset 0" keeps it from turning the two round.
    private static final String NUMBERS = " from person_number n where n.account_id = $1 and n.system = $2";
    private static final String NUMBERS_FIRST = " from person_number n cross join lateral (select * from person p"
            + " where p.account_id = n.account_id and p.id = n.person_id offset 0) p"
            + " where n.account_id = $1 and n.system = $2";
    private static final String PEOPLE_FIRST = " from person p cross join lateral (select * from person_number n"
            + " where n.account_id = p.account_id and n.person_id = p.id and n.system = $2 offset 0) n"
            + " where p.account_id = $1";

    // These leave it to the planner how to look: of millions who match, one after the other would take longer than
    // anybody
    // waits.
    private static final String EITHER_FIRST = " from person p join person_number n on n.account_id = p.account_id"
            + " and n.person_id = p.id and n.account_id = $1 and n.system = $2 where p.account_id = $1";

    private static final String ALL = " from person p where p.account_id = $1";
    private static final String VISIBLE = ALL + " and exists (select from person_number n"
            + " where n.account_id = $1 and n.person_id = p.id and n.system = $2)";

    private PersonSql() {}

    /**
     * A page with its total, both of one moment, as one statement sees one. Its rows are found first, by number and
     * person alone, and only they are completed; past the end there is one row without a person. Where more than
     * {@link #FEW} match conditions nobody is found, and the total is no total.
     */
    static String list(UserQuery query, Conditions conditions) {
        String matching = source(query, conditions) + conditions.where(query);
        String limit = conditions.bind((long) query.page().limit());
        if (isOfAll(query)) {
            String page =
                    isFarByNumber(query) ? PersonPlaces.page(isDescending(query), limit) : page(query, matching, limit);
            return completed(query, conditions, PersonPlaces.TOTAL, page, limit);
        }
        return PLANNED_ANEW
                + matches(query, matching)
                + completed(query, conditions, "select count(*) as total from matches", few(query, limit), limit);
    }

    /** The same for conditions that many match: all are counted, and nothing is sorted that an index has in order. */
    static String listOfMany(UserQuery query, Conditions conditions) {
        String where = conditions.where(query);
        String limit = conditions.bind((long) query.page().limit());
        String total = conditions.areCommon(query) ? totalOfMost(where) : total(query, conditions, where);
        String matching = (isByNumber(query) ? NUMBERS_FIRST : PEOPLE_FIRST) + where;
        return PLANNED_ANEW + completed(query, conditions, total, page(query, matching, limit), limit);
    }

    private static String total(UserQuery query, Conditions conditions, String where) {
        return "select count(*) as total" + (asksForNumbers(query) ? source(query, conditions) : VISIBLE) + where;
    }

    /**
     * Where the system knows everybody, which counting tells at once, nobody has to be looked for among those it knows.
     * "offset 0" keeps the planner from counting once for each place that the total stands in.
     */
    private static String totalOfMost(String where) {
        return "select case when (select count(*)" + ALL + ") = (" + PersonPlaces.TOTAL + ") then (select count(*)"
                + ALL + where + ") else (select count(*)" + VISIBLE + where + ") end as total offset 0";
    }

    /** Whether a statement is to be planned for the values it is sent with, as they make all the difference. */
    static boolean isPlannedAnew(String sql) {
        return sql.startsWith(PLANNED_ANEW);
    }

    private static String page(UserQuery query, String matching, String limit) {
        return "select n.person_id" + matching + " order by " + order(query) + " limit " + limit
                + " offset asked.first";
    }

    /** Those who match conditions, looked for once: both the total and the page are made of them. */
    private static String matches(UserQuery query, String matching) {
        return "with matches as materialized (select n.person_id, n.number" + keys(query) + matching + " limit "
                + (FEW + 1) + ") ";
    }

    private static String few(UserQuery query, String limit) {
        return "select m.person_id from matches m where asked.total <= " + FEW + " order by " + orderOfKeys(query)
                + " limit " + limit + " offset asked.first";
    }

    /** What matches are sorted by. */
    private static String keys(UserQuery query) {
        return IntStream.range(0, query.sort().size())
                .mapToObj(i -> ", " + PersonFields.order(query.sort().get(i).field()) + " as key" + i)
                .collect(Collectors.joining());
    }

    private static String orderOfKeys(UserQuery query) {
        return IntStream.range(0, query.sort().size())
                        .mapToObj(i -> "m.key" + i + direction(query.sort().get(i)))
                        .collect(Collectors.joining())
                + "m.number";
    }

    private static String completed(UserQuery query, Conditions conditions, String total, String page, String limit) {
        String offset = offset(query.page(), conditions.bind(query.page().offset()), limit);
        return "select " + PersonColumn.ALL + ", asked.total, asked.first from (select counted.total, " + offset
                + " as first from (" + total + ") counted) asked"
                + " left join lateral (select found.person_id, row_number() over () as place from (" + page
                + ") found) page on true"
                + " left join lateral (select * from person_detail d"
                + " where d.account_id = $1 and d.id = page.person_id offset 0) d on true"
                + " order by page.place";
    }

    private static boolean isOfAll(UserQuery query) {
        return query.conditions().isEmpty();
    }

    private static boolean isFarByNumber(UserQuery query) {
        return isOfAll(query) && isByNumber(query) && query.page().offset() > PersonPlaces.FAR;
    }

    private static boolean isByNumber(UserQuery query) {
        return query.sort().stream().allMatch(sort -> sort.field() == UserField.NUMBER);
    }

    private static boolean isDescending(UserQuery query) {
        return !query.sort().isEmpty() && query.sort().get(0).descending();
    }

    private static String source(UserQuery query, Conditions conditions) {
        if (!isOfAll(query) && conditions.areCommon(query)) {
            return EITHER_FIRST;
        }
        boolean byNumber = query.conditions().stream().anyMatch(PersonSql::isOfNumbers);
        boolean byNumberAlone = query.conditions().stream().allMatch(PersonSql::isOfNumbers) && isByNumber(query);
        if (byNumberAlone) {
            return NUMBERS;
        }
        return byNumber ? NUMBERS_FIRST : PEOPLE_FIRST;
    }

    private static boolean asksForNumbers(UserQuery query) {
        return query.conditions().stream()
                .flatMap(List::stream)
                .anyMatch(criterion -> criterion.field() == UserField.NUMBER);
    }

    private static boolean isOfNumbers(List<Criterion> anyOf) {
        return anyOf.stream().allMatch(criterion -> criterion.field() == UserField.NUMBER);
    }

    private static String order(UserQuery query) {
        return query.sort().stream().map(PersonSql::order).collect(Collectors.joining()) + "n.number";
    }

    private static String order(Sort sort) {
        return PersonFields.order(sort.field()) + direction(sort);
    }

    private static String direction(Sort sort) {
        return sort.descending() ? " desc nulls last, " : ", ";
    }

    /** {@link PageRequest#offsetWithin} in SQL, as the total is known only there. */
    private static String offset(PageRequest page, String offset, String limit) {
        String asked = "cast(" + offset + " as bigint)";
        return page.clamped() && page.limit() > 0
                ? "case when " + asked + " < counted.total then " + asked + " else greatest(counted.total - 1, 0) / "
                        + limit + " * " + limit + " end"
                : asked;
    }
}
