package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.UserId;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.Owners;
import io.dragoman.directory.bulk.Owners.Kind;
import io.dragoman.directory.bulk.Owners.Owner;
import io.dragoman.directory.bulk.PersonLine;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks in one statement who has what many lines say. */
final class BulkOwners {

    // "offset 0" has each value looked up in its index, whatever the planner takes the sizes of the tables for.
    private static final String NUMBERS = "select 'NUMBER', v.line, v.system, o.person_id"
            + " from unnest($2::integer[], $3::text[], $4::bigint[]) v (line, system, number)"
            + " cross join lateral (select n.person_id from person_number n where n.account_id = $1"
            + " and n.system = v.system and n.number = v.number offset 0) o";
    private static final String OTHERS =
            " union all " + of(Kind.EMAIL, "text", "p.folded_email <> '' and p.folded_email", 5) + " union all "
                    + of(Kind.LOGIN, "text", "p.folded_login", 7);
    private static final String RARE = " union all " + of(Kind.ID, "uuid", "p.id", 9)
            + " union all " + of(Kind.EMPLOYEE_NUMBER, "bigint", "p.employee_number", 11)
            + " union all " + of(Kind.PIN, "text", "p.pin", 13)
            + " union all select 'LINK', v.line, '', o.person_id from unnest($15::integer[], $16::bigint[]) v (line, number)"
            + " cross join lateral (select m.person_id from membership m where m.account_id = $1"
            + " and m.number = v.number offset 0) o"
            // A key of another account is nobody's here, and still taken.
            + " union all select 'KEY', v.line, v.system, case when o.account_id = $1 then o.person_id"
            + " else '00000000-0000-0000-0000-000000000000'::uuid end"
            + " from unnest($17::integer[], $18::text[], $19::text[]) v (line, system, hash)"
            + " cross join lateral (select k.account_id, k.person_id from api_key k where k.system = v.system"
            + " and k.hash = v.hash offset 0) o";

    static final String SQL = NUMBERS + OTHERS + RARE;

    private final Values<String> systems = new Values<>();
    private final List<Long> numbers = new ArrayList<>();
    private final Values<String> emails = new Values<>();
    private final Values<String> logins = new Values<>();
    private final Values<UUID> ids = new Values<>();
    private final Values<Long> employees = new Values<>();
    private final Values<String> pins = new Values<>();
    private final Values<Long> links = new Values<>();
    private final Values<String> keySystems = new Values<>();
    private final List<String> keyHashes = new ArrayList<>();
    private final int size;

    BulkOwners(List<PersonLine> lines) {
        size = lines.size();
        for (int i = 0; i < size; i++) {
            add(i, lines.get(i));
        }
    }

    /** Values beside the places of the lines that give them. */
    private record Values<T>(List<Integer> lines, List<T> values) {

        Values() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int line, T value) {
            lines.add(line);
            values.add(value);
        }

        Integer[] places() {
            return lines.toArray(Integer[]::new);
        }
    }

    Tuple parameters(AccountId account) {
        return Tuple.from(List.of(
                account.value(),
                systems.places(),
                systems.values.toArray(String[]::new),
                numbers.toArray(Long[]::new),
                emails.places(),
                emails.values.toArray(String[]::new),
                logins.places(),
                logins.values.toArray(String[]::new),
                ids.places(),
                ids.values.toArray(UUID[]::new),
                employees.places(),
                employees.values.toArray(Long[]::new),
                pins.places(),
                pins.values.toArray(String[]::new),
                links.places(),
                links.values.toArray(Long[]::new),
                keySystems.places(),
                keySystems.values.toArray(String[]::new),
                keyHashes.toArray(String[]::new)));
    }

    /** What the statement has found, line by line. */
    List<Owners> read(List<Row> rows) {
        List<Owners> owners = Stream.generate(Owners::new).limit(size).toList();
        for (Row row : rows) {
            owners.get(row.getInteger(1))
                    .add(new Owner(Kind.valueOf(row.getString(0)), row.getString(2), new UserId(row.getUUID(3))));
        }
        return owners;
    }

    private void add(int place, PersonLine line) {
        line.numbers().forEach((system, number) -> {
            systems.add(place, system);
            numbers.add(number);
        });
        String email = line.text(LineField.EMAIL);
        if (email != null && !email.isEmpty()) {
            emails.add(place, CaseFolding.fold(email));
        }
        String login = line.loginOrDefault();
        if (login != null) {
            logins.add(place, CaseFolding.fold(login));
        }
        if (line.id() != null) {
            ids.add(place, line.id().value());
        }
        if (line.values().get(LineField.EMPLOYEE_NUMBER) instanceof Long employee) {
            employees.add(place, employee);
        }
        if (line.values().get(LineField.PIN) instanceof PinHash pin) {
            pins.add(place, pin.hex());
        }
        line.links().forEach(link -> add(place, link));
        line.keys().forEach(key -> add(place, key));
    }

    private void add(int place, LineLink link) {
        if (link.number() != null) {
            links.add(place, link.number());
        }
    }

    private void add(int place, LineKey key) {
        keySystems.add(place, key.system());
        keyHashes.add(key.hash());
    }

    private static String of(Kind kind, String type, String column, int parameter) {
        return "select '" + kind + "', v.line, '', o.id from unnest($" + parameter + "::integer[], $" + (parameter + 1)
                + "::" + type + "[]) v (line, value) cross join lateral (select p.id from person p"
                + " where p.account_id = $1 and " + column + " = v.value offset 0) o";
    }
}
