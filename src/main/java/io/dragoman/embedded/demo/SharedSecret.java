package io.dragoman.embedded.demo;

import io.dragoman.account.Pepper;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The installation's secret, made here where nobody has asked for it yet. */
final class SharedSecret {

    private static final int BYTES = 32;

    private SharedSecret() {}

    static byte[] pepper(Connection connection) throws SQLException {
        makeIfMissing(connection);
        try (PreparedStatement statement = connection.prepareStatement("select value from secret where name = ?")) {
            statement.setString(1, Pepper.SECRET);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static void makeIfMissing(Connection connection) throws SQLException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String sql = "insert into secret (name, value) values (?, ?) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Pepper.SECRET);
            statement.setBytes(2, random);
            statement.executeUpdate();
        }
    }
}
