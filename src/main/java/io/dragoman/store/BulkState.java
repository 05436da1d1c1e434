package io.dragoman.store;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.bulk.ImportJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who are there, as they are in a transaction. */
final class BulkState {

    // In the order of the keys, so that two who lock many wait for one another in one direction alone.
    private static final String PEOPLE =
            "select " + BulkColumn.SELECTED + " from person p where p.account_id = $1 and p.id = any($2) order by p.id";
    private static final String LOCKED = PEOPLE + " for update";
    private static final String NUMBERS =
            "select n.person_id, n.system, n.number from person_number n where n.account_id = $1 and n.person_id = any($2)";
    private static final String LINKS = "select m.person_id, m.role_id, m.number, m.status from membership m"
            + " where m.account_id = $1 and m.person_id = any($2)";
    private static final String KEYS = "select k.person_id, k.id, k.system, k.hash, k.quota, k.expires from api_key k"
            + " where k.account_id = $1 and k.person_id = any($2)";

    private final Map<UUID, Person> people = new HashMap<>();

    /** A person with what belongs to him. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Person(@Nullable Object[] row, Map<String, Long> numbers, Map<UUID, Link> links, Map<String, Key> keys) {

        Person(@Nullable Object[] row) {
            this(row, new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /** A link to a role. */
    record Link(long number, LinkStatus status) {}

    /** An API key, by system and hash. */
    record Key(UUID id, @Nullable Integer quota, @Nullable OffsetDateTime expires) {}

    /** Reads people, and where they are to be changed locks them until the end of the transaction. */
    static Uni<BulkState> of(SqlConnection connection, ImportJob job, List<UUID> ids) {
        BulkState state = new BulkState();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(state);
        }
        Tuple parameters = Tuple.of(job.account().value(), ids.toArray(UUID[]::new));
        return read(connection, job.writes() ? LOCKED : PEOPLE, parameters)
                .invoke(state::addPeople)
                .chain(() -> read(connection, NUMBERS, parameters))
                .invoke(rows -> rows.forEach(state::addNumber))
                .chain(() -> read(connection, LINKS, parameters))
                .invoke(rows -> rows.forEach(state::addLink))
                .chain(() -> read(connection, KEYS, parameters))
                .invoke(rows -> rows.forEach(state::addKey))
                .replaceWith(state);
    }

    /** Somebody who is there, null where he is gone. */
    @Nullable
    Person person(UUID id) {
        return people.get(id);
    }

    static String key(String system, String hash) {
        return system + ' ' + hash;
    }

    private static Uni<RowSet<Row>> read(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private void addPeople(RowSet<Row> rows) {
        for (Row row : rows) {
            people.put(row.getUUID(0), new Person(BulkColumn.row(row)));
        }
    }

    private void addNumber(Row row) {
        person(row).numbers.put(row.getString(1), row.getLong(2));
    }

    private void addLink(Row row) {
        person(row).links.put(row.getUUID(1), new Link(row.getLong(2), LinkStatus.valueOf(row.getString(3))));
    }

    private void addKey(Row row) {
        person(row)
                .keys
                .put(
                        key(row.getString(2), row.getString(3)),
                        new Key(row.getUUID(1), row.getInteger(4), row.getOffsetDateTime(5)));
    }

    /** Whose rows are locked can lose nothing; of somebody who was gone before there is nothing to read. */
    private Person person(Row row) {
        return Objects.requireNonNull(people.get(row.getUUID(0)), "somebody who is not there");
    }
}
