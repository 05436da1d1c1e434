package io.dragoman.embedded.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table, inserted in one batch. */
final class Rows {

    private final String sql;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Names of the schema alone: they become part of the statement. */
    Rows(String table, String... columns) {
        this.sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
    }

    /** One value a column: texts, numbers, moments, bytes, collections of texts, null. */
    Rows add(@Nullable Object... values) {
        rows.add(values);
        return this;
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, asJdbc(connection, row[i]));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object asJdbc(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Collection<?> texts ? connection.createArrayOf("text", texts.toArray()) : value;
    }
}
