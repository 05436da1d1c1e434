package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Audit;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Profile;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.operator.Link;
import io.dragoman.operator.Person;
import io.dragoman.operator.PersonFilter;
import io.dragoman.operator.Work;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads people for the operator: the statements, and what is made of their rows, whose columns go by name. */
final class PersonOverview {

    private static final String SELECT =
            "select p.account_id, p.id, p.version, p.kind, p.login, p.active, p.admin, p.root,"
                    + " p.first_name, p.last_name, p.email, p.salutation, p.phone, p.locale, p.time_zone, p.company_text,"
                    + " p.custom_field, p.company_number, p.packing_station, p.employee_number, p.max_discount, p.warehouses,"
                    + " p.primary_role, p.granted, p.denied, p.created, p.created_by, p.updated, p.updated_by, p.last_login,"
                    + " p.password is not null as has_password, p.pin is not null as has_pin,"
                    + " own.numbers, links.roles, links.statuses, links.link_numbers"
                    + " from person p"
                    + " cross join lateral (select coalesce(string_agg(n.system || ' ' || n.number, ' '), '') as numbers"
                    + " from person_number n where n.account_id = p.account_id and n.person_id = p.id) own"
                    + " cross join lateral (select coalesce(array_agg(m.role_id order by m.number), '{}') as roles,"
                    + " coalesce(array_agg(m.status order by m.number), '{}') as statuses,"
                    + " coalesce(array_agg(m.number order by m.number), '{}') as link_numbers"
                    + " from membership m where m.account_id = p.account_id and m.person_id = p.id) links"
                    + " where p.account_id = $1";

    static final String BY_ID = SELECT + " and p.id = $2";

    static final String PROPERTIES = "select o.name, v.value from property_value v"
            + " join property o on o.account_id = v.account_id and o.id = v.property_id"
            + " where v.account_id = $1 and v.person_id = $2 order by o.number";

    private PersonOverview() {}

    /** A page by key. The system is a parameter whether it matters or not. */
    static String list(PersonFilter filter, Conditions conditions, @Nullable UserId after, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(" and cast($2 as text) is not null");
        sql.append(conditions.where(PersonCriteria.of(filter)));
        if (filter.role() != null) {
            sql.append(" and p.primary_role = ")
                    .append(conditions.bind(filter.role().value()));
        }
        if (filter.system() != null) {
            sql.append(" and exists (select 1 from person_number n where n.account_id = p.account_id")
                    .append(" and n.person_id = p.id and n.system = $2)");
        }
        if (filter.number() != null) {
            sql.append(" and p.id in (select n.person_id from person_number n where n.account_id = $1")
                    .append(" and n.system = $2 and n.number = ")
                    .append(conditions.bind(filter.number()))
                    .append(')');
        }
        if (after != null) {
            sql.append(" and p.id > ").append(conditions.bind(after.value()));
        }
        return sql.append(" order by p.id limit ")
                .append(conditions.bind(limit))
                .toString();
    }

    static Person person(Row row) {
        return new Person(
                new AccountId(row.getInteger("account_id")),
                new UserId(row.getUUID("id")),
                row.getLong("version"),
                Texts.numbers(row.getString("numbers")),
                UserKind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getBoolean("active"),
                row.getBoolean("admin"),
                row.getBoolean("root"),
                profile(row),
                work(row),
                role(row.getUUID("primary_role")),
                links(row),
                Texts.permissions(String.join(" ", row.getArrayOfStrings("granted"))),
                Texts.permissions(String.join(" ", row.getArrayOfStrings("denied"))),
                row.getBoolean("has_password"),
                row.getBoolean("has_pin"),
                audit(row));
    }

    private static Profile profile(Row row) {
        return new Profile(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("salutation"),
                row.getString("phone"),
                row.getString("locale"),
                row.getString("time_zone"),
                row.getString("company_text"),
                row.getString("custom_field"));
    }

    private static Work work(Row row) {
        Integer @Nullable [] warehouses = row.getArrayOfIntegers("warehouses");
        return new Work(
                row.getLong("company_number"),
                row.getLong("packing_station"),
                row.getLong("employee_number"),
                row.getInteger("max_discount"),
                warehouses == null ? null : List.of(warehouses));
    }

    private static List<Link> links(Row row) {
        UUID[] roles = row.getArrayOfUUIDs("roles");
        String[] statuses = row.getArrayOfStrings("statuses");
        Long[] numbers = row.getArrayOfLongs("link_numbers");
        List<Link> links = new ArrayList<>(roles.length);
        for (int i = 0; i < roles.length; i++) {
            links.add(new Link(new RoleId(roles[i]), LinkStatus.valueOf(statuses[i]), numbers[i]));
        }
        return links;
    }

    private static Audit audit(Row row) {
        return new Audit(
                row.getOffsetDateTime("created").toInstant(),
                row.getString("created_by"),
                row.getOffsetDateTime("updated").toInstant(),
                row.getString("updated_by"),
                instant(row.getOffsetDateTime("last_login")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable RoleId role(@Nullable UUID id) {
        return id == null ? null : new RoleId(id);
    }
}
