package io.dragoman.embedded.demo;

import io.dragoman.account.Argon2;
import io.dragoman.account.KeyedHash;
import io.dragoman.account.SecretsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Fills a directory that has no account yet, in one transaction; one that has any is left as it is. */
@ApplicationScoped
class DemoLoader {

    /** What the directory holds now. */
    enum Outcome {
        /** The demo accounts, since this moment. */
        LOADED,
        /** The demo accounts, since an earlier start. */
        PRESENT,
        /** Accounts of somebody's own, which are left alone. */
        REFUSED
    }

    // Any number that is the same in all replicas.
    private static final long LOCK = 0x4452_4147_4F4D_414EL;

    private final DataSource database;
    private final Argon2 argon2;
    private final SecretsConfig secrets;

    DemoLoader(DataSource database, Argon2 argon2, SecretsConfig secrets) {
        this.database = database;
        this.argon2 = argon2;
        this.secrets = secrets;
    }

    /** Blocks until the data is there; of replicas that start together one loads and the others wait for it. */
    Outcome load() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Outcome outcome = loadOnce(connection);
                connection.commit();
                return outcome;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private Outcome loadOnce(Connection connection) throws SQLException {
        lock(connection);
        List<DemoAccount> accounts = DemoFiles.accounts();
        Set<String> present = accountNames(connection);
        if (!present.isEmpty()) {
            return accounts.stream().map(DemoAccount::name).anyMatch(present::contains)
                    ? Outcome.PRESENT
                    : Outcome.REFUSED;
        }
        AccountWriter writer = new AccountWriter(connection, HashedPasswords.of(accounts, argon2), pepper(connection));
        for (DemoAccount account : accounts) {
            writer.write(account);
        }
        return Outcome.LOADED;
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static Set<String> accountNames(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from account")) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private KeyedHash pepper(Connection connection) throws SQLException {
        byte[] key = secrets.pepperKey().orElse(null);
        return new KeyedHash(key != null ? key : SharedSecret.pepper(connection));
    }
}
