package io.dragoman.bench;

import io.dragoman.account.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Fills a migrated database with one account and its people, made inside the database. */
final class Seed {

    static final String PEPPER = "bench-pepper";
    static final String KEY = "bench-key-0123456789";
    static final String LIMITED_KEY = "bench-key-limited-01";
    static final String EMAIL = "user1@staff.example";
    static final String CLIENT_CODE = "900001";

    private static final List<String> SYSTEMS = List.of("picqer", "billomat", "erply", "cscart");
    /** The person of the keys: the first of the staff, an administrator. */
    private static final String FIRST = "uuid('00000000-0000-7000-8000-000000000001')";

    private static final String ROLE = "uuid('00000000-0000-7000-8000-00000000aaaa')";

    /** Rows of one statement. */
    private static final int PORTION = 1_000_000;

    private Seed() {}

    /** Makes the account, and gives its id; one that is there already is taken as it is. */
    static int fill(String url, String user, String password, Options options) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection("jdbc:" + url, login);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select id from account where name = 'bench'")) {
                if (found.next()) {
                    return found.getInt(1);
                }
            }
            return make(connection, statement, options);
        }
    }

    /** Indexes are made afterwards, and references are right by themselves: to see to either row by row takes most of the time. */
    private static int make(Connection connection, Statement statement, Options options) throws SQLException {
        long begun = System.nanoTime();
        statement.execute("delete from account where name = 'being made'");
        statement.execute("set session_replication_role = replica");
        statement.execute("set maintenance_work_mem = '1GB'");
        statement.execute("set synchronous_commit = off");
        int account = account(statement);
        role(statement, account);
        List<String> indexes = dropIndexes(statement);
        people(statement, account, 1, options.staff(), "STAFF", SYSTEMS);
        for (int made = 0; made < options.customers(); made += PORTION) {
            int from = options.staff() + made + 1;
            people(
                    statement,
                    account,
                    from,
                    Math.min(PORTION, options.customers() - made),
                    "CUSTOMER",
                    List.of("cscart"));
        }
        memberships(statement, account);
        keys(connection, account);
        counters(statement, account, options);
        for (String index : indexes) {
            statement.execute(index);
        }
        statement.execute("update account set name = 'bench' where id = " + account);
        statement.execute("vacuum (analyze)");
        statement.execute("checkpoint");
        System.out.printf("# made in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
        return account;
    }

    /** Drops what finds people otherwise than by key and number, and gives what makes it again. */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select indexname, indexdef from pg_indexes where tablename = 'person'"
                + " and indexname <> 'person_pkey'")) {
            while (found.next()) {
                names.add(found.getString(1));
                made.add(found.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return made;
    }

    private static int account(Statement statement) throws SQLException {
        try (ResultSet made =
                statement.executeQuery("insert into account (name) values ('being made') returning id")) {
            made.next();
            int account = made.getInt(1);
            statement.execute("insert into account_name (system, name, account_id) values ('erply', '" + CLIENT_CODE
                    + "', " + account + ")");
            return account;
        }
    }

    private static void role(Statement statement, int account) throws SQLException {
        statement.execute("insert into role (account_id, id, name, folded_name, permissions, created, created_by,"
                + " updated, updated_by) values (" + account + ", " + ROLE + ", 'Staff', 'staff',"
                + " array['users:view', 'articles:view', 'articles:edit', 'clients:view', 'clients:edit'],"
                + " now(), 'bench', now(), 'bench')");
        statement.execute("update account set default_role = " + ROLE + " where id = " + account);
        for (String system : SYSTEMS.subList(1, SYSTEMS.size())) {
            statement.execute("insert into role_number values (" + account + ", '" + system + "', 1, " + ROLE + ")");
        }
    }

    private static void people(
            Statement statement, int account, int from, int count, String kind, List<String> systems)
            throws SQLException {
        if (count == 0) {
            return;
        }
        String series = "generate_series(" + from + ", " + (from + count - 1) + ") i";
        String id = "uuid('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))";
        boolean staff = kind.equals("STAFF");
        statement.execute("insert into person (account_id, id, kind, login, folded_login, email, folded_email,"
                + " first_name, folded_first_name, last_name, folded_last_name, phone, active, admin, root,"
                + " employee_number, primary_role, created, created_by, updated, updated_by)"
                + " select " + account + ", " + id + ", '" + kind + "', 'user' || i, 'user' || i,"
                + " 'user' || i || '@" + domain(kind) + "', 'user' || i || '@" + domain(kind) + "',"
                + " initcap(f), f, initcap(l), l, '+49 30 ' || i, i % 10 <> 0 or i = 1, i = 1, i = 1,"
                + (staff ? " i, " + ROLE : " null, null") + ", now() - i * interval '1 second', 'bench',"
                + " now() - i * interval '1 second', 'bench'"
                + " from (select i, (array['anna','ben','clara','david','emma','felix','greta','hans','ida','jan'])"
                + "[1 + i % 10] || to_hex(i * 2654435761 % 4096) as f,"
                + " (array['schmidt','jansen','tamm','ivanov','meyer','kask','bakker','fischer'])[1 + i % 8]"
                + " || to_hex(i::bigint * 40503 % 65536) as l from " + series + ") named");
        for (String system : systems) {
            statement.execute("insert into person_number (account_id, system, number, person_id) select " + account
                    + ", '" + system + "', i, " + id + " from " + series);
        }
    }

    /** Where e-mail addresses of a kind end: a rare text, as there are few of staff, and a frequent one. */
    private static String domain(String kind) {
        return kind.equals("STAFF") ? "staff.example" : "customer.example";
    }

    private static void memberships(Statement statement, int account) throws SQLException {
        statement.execute("insert into membership (account_id, person_id, role_id, number, status)"
                + " select account_id, id, primary_role, employee_number, 'ACTIVE' from person where account_id = "
                + account + " and primary_role is not null");
    }

    private static void keys(Connection connection, int account) throws SQLException {
        KeyedHash hash = new KeyedHash(PEPPER.getBytes(StandardCharsets.UTF_8));
        for (String system : List.of("picqer", "billomat", "cscart")) {
            key(connection, account, system, hash.hex("key", KEY), 2_000_000_000);
        }
        key(connection, account, "picqer", hash.hex("key", LIMITED_KEY), 1);
        try (Statement statement = connection.createStatement()) {
            for (String system : List.of("billomat", "erply")) {
                statement.execute("insert into account_quota values (" + account + ", '" + system + "', 2000000000)");
            }
        }
    }

    private static void key(Connection connection, int account, String system, String hash, int quota)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into api_key (account_id, id, person_id,"
                + " system, hash, hint, quota) values (?, gen_random_uuid(), " + FIRST + ", ?, ?, '…', ?)")) {
            insert.setInt(1, account);
            insert.setString(2, system);
            insert.setString(3, hash);
            insert.setInt(4, quota);
            insert.execute();
        }
    }

    private static void counters(Statement statement, int account, Options options) throws SQLException {
        int highest = options.staff() + options.customers();
        for (String system : SYSTEMS) {
            counter(statement, account, "person", system, highest);
            counter(statement, account, "role", system, 1);
        }
        counter(statement, account, "employee", "", options.staff());
        counter(statement, account, "link", "", options.staff());
    }

    private static void counter(Statement statement, int account, String subject, String system, int last)
            throws SQLException {
        statement.execute("insert into counter values (" + account + ", '" + subject + "', '" + system + "', " + last
                + ")");
    }
}
