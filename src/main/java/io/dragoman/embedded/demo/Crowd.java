package io.dragoman.embedded.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The generated people of globex: 250 staff and 1,000 customers, written as the files would write them. */
final class Crowd {

    private static final int STAFF = 250;
    private static final int CUSTOMERS = 1_000;
    private static final Instant FIRST_STAFF = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FIRST_CUSTOMER = Instant.parse("2021-01-01T00:00:00Z");

    private Crowd() {}

    static List<DemoPerson> ofGlobex() {
        Stream<DemoPerson> staff = IntStream.rangeClosed(1, STAFF).mapToObj(Crowd::staff);
        Stream<DemoPerson> customers = IntStream.rangeClosed(1, CUSTOMERS).mapToObj(Crowd::customer);
        return Stream.concat(staff, customers).toList();
    }

    private static DemoPerson staff(int i) {
        boolean first = i == 1;
        Instant since = FIRST_STAFF.plus(Duration.ofHours(i));
        return DemoFiles.person(String.format(
                // Not the machine's locale, which may have digits of its own.
                Locale.ROOT, """
                {
                  "login": "staff%1$03d", "employee": %1$d,
                  "numbers": {"picqer": %1$d, "billomat": %1$d, "erply": %1$d, "cscart": %1$d},
                  "firstName": "Staff", "lastName": "Number%1$03d", "email": "staff%1$03d@globex.example",
                  "salutation": "MR", "locale": "en_US", "timeZone": "UTC",
                  "role": "Operators", "admin": %2$b, "root": %2$b, "inactive": %3$b, "maxDiscount": 100,
                  "created": "%4$s", "updated": "%4$s", "password": %5$s
                }
                """, i, first, i % 5 == 0, since, first ? "\"demo-staff-1\"" : "null"));
    }

    private static DemoPerson customer(int j) {
        Instant since = FIRST_CUSTOMER.plus(Duration.ofMinutes(j));
        return DemoFiles.person(String.format(Locale.ROOT, """
                {
                  "login": "customer%1$04d", "numbers": {"cscart": %2$d},
                  "firstName": "Customer", "lastName": "Number%1$04d", "email": "customer%1$04d@globex.example",
                  "inactive": %3$b, "created": "%4$s", "updated": "%4$s"
                }
                """, j, 1_000 + j, j % 10 == 0, since));
    }
}
