package io.dragoman.embedded.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The highest numbers an account uses, so that what is made later gets higher ones. */
record Counters(Map<Key, Long> last) {

    private static final String NO_SYSTEM = "";

    private record Key(String subject, String system) {}

    static Counters of(DemoAccount account) {
        Map<Key, Long> last = new LinkedHashMap<>();
        account.roles().forEach(role -> raise(last, "role", role.numbers()));
        account.people().forEach(person -> raise(last, "person", person.numbers()));
        account.people().forEach(person -> count(last, person));
        return new Counters(last);
    }

    void insert(Connection connection, int account) throws SQLException {
        Rows counters = new Rows("counter", "account_id", "subject", "system", "last");
        last.forEach((key, number) -> counters.add(account, key.subject(), key.system(), number));
        counters.insert(connection);
    }

    private static void raise(Map<Key, Long> last, String subject, Map<String, Long> numbers) {
        numbers.forEach((system, number) -> last.merge(new Key(subject, system), number, Math::max));
    }

    // Staff have one link each, numbered as they come.
    private static void count(Map<Key, Long> last, DemoPerson person) {
        if (person.employee() != null) {
            last.merge(new Key("employee", NO_SYSTEM), person.employee(), Math::max);
        }
        if (person.role() != null) {
            last.merge(new Key("link", NO_SYSTEM), 1L, Long::sum);
        }
    }
}
