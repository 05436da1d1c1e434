package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Criterion;
import io.dragoman.directory.Page;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.User;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.BiFunction;

/** The statements the facade reads people with and what it makes of their rows, for a server that has nothing else of it. */
public final class BareStatements {

    /** What asks the database for the texts that {@link #BareStatements} takes. */
    public static final String SAMPLE = TextStatistics.SAMPLE;

    private final AccountId account;
    private final CommonParts common;

    /** Statements for an account's people, where some of all texts are known. */
    public BareStatements(AccountId account, List<String> sample) {
        this.account = account;
        this.common = TextStatistics.of(sample);
    }

    /** A statement and its values. */
    public record Statement(String sql, List<Object> values) {}

    public AccountId account() {
        return account;
    }

    public Statement single(String system, long number) {
        return new Statement(PersonSql.BY_NUMBER, List.of(account.value(), system, number));
    }

    /** A page by number, counted from 1. */
    public Statement page(String system, long page, int size) {
        return list(UserQuery.in(system, PageRequest.page(page, size)));
    }

    public Statement byName(String system, long page, int size) {
        return list(byName(UserQuery.in(system, PageRequest.page(page, size).clampedToLast())));
    }

    private static UserQuery byName(UserQuery query) {
        return query.sortedBy(List.of(
                new UserQuery.Sort(UserField.FIRST_NAME, false), new UserQuery.Sort(UserField.LAST_NAME, false)));
    }

    /** A text that names no number is one that many have; the facade finds that out by a statement of its own. */
    public Statement emailContains(String system, String text, int size) {
        UserQuery query = byName(UserQuery.in(system, PageRequest.at(0, size).clampedToLast()))
                .where(Criterion.like(UserField.EMAIL, "%" + text + "%"));
        return text.chars().anyMatch(Character::isDigit)
                ? list(query, PersonSql::list)
                : list(query, PersonSql::listOfMany);
    }

    /** The person of a row. */
    public static User user(Row row) {
        return PersonRows.user(row);
    }

    /** The page of the rows of a list. */
    public static Page<User> page(List<Row> rows) {
        return PostgresUserStore.page(rows);
    }

    private Statement list(UserQuery query) {
        return list(query, PersonSql::list);
    }

    private Statement list(UserQuery query, BiFunction<UserQuery, Conditions, String> statement) {
        Conditions conditions = new Conditions(account, query.system(), common);
        String sql = statement.apply(query, conditions);
        return new Statement(sql, values(conditions.parameters()));
    }

    private static List<Object> values(Tuple tuple) {
        return java.util.stream.IntStream.range(0, tuple.size())
                .mapToObj(tuple::getValue)
                .toList();
    }
}
