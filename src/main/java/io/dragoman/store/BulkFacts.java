package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Numbers;
import io.dragoman.directory.bulk.RoleName;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lines refer to in an account: its zone, its roles and the one staff get who are given none. */
record BulkFacts(String timeZone, @Nullable UUID defaultRole, List<KnownRole> roles) {

    private static final String SQL = "select a.time_zone, a.default_role, d.id, d.name, d.numbers from account a"
            + " left join role_detail d on d.account_id = a.id where a.id = $1";

    /** A role as far as lines can speak of it. */
    record KnownRole(UUID id, String name, Numbers numbers) {

        boolean is(RoleName wanted) {
            return (wanted.id() == null || wanted.id().value().equals(id))
                    && (wanted.name() == null || wanted.name().equals(name))
                    && wanted.numbers().entrySet().stream()
                            .allMatch(number -> Objects.equals(numbers.in(number.getKey()), number.getValue()));
        }
    }

    /** Those of an account. Fails with NOT_FOUND where there is none. */
    static Uni<BulkFacts> of(Statements statements, AccountId account) {
        return statements.all(SQL, Tuple.of(account.value()), row -> row).map(BulkFacts::of);
    }

    /** The one role that is meant. Throws CONFLICT where there is none or more than one, naming the field. */
    UUID role(RoleName wanted, String field) {
        List<KnownRole> meant = roles.stream().filter(role -> role.is(wanted)).toList();
        if (meant.size() != 1) {
            String detail = meant.isEmpty() ? "there is no such role" : "means more than one role";
            throw Failure.ofField(Kind.CONFLICT, field, detail).toException();
        }
        return meant.get(0).id();
    }

    private static BulkFacts of(List<Row> rows) {
        if (rows.isEmpty()) {
            throw Failure.of(Kind.NOT_FOUND).toException();
        }
        Row first = rows.get(0);
        List<KnownRole> roles = rows.stream()
                .filter(row -> row.getUUID(2) != null)
                .map(row -> new KnownRole(row.getUUID(2), row.getString(3), Texts.numbers(row.getString(4))))
                .toList();
        return new BulkFacts(first.getString(0), first.getUUID(1), roles);
    }
}
