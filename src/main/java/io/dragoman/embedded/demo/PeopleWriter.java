package io.dragoman.embedded.demo;

import io.dragoman.account.KeyedHash;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.LinkStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the people of one account with their numbers, links and pictures. */
final class PeopleWriter {

    private final Connection connection;
    private final HashedPasswords passwords;
    private final KeyedHash pepper;
    private final int account;
    private final Ids roles;

    private final Rows people = new Rows(
            "person",
            "account_id",
            "id",
            "kind",
            "login",
            "folded_login",
            "email",
            "folded_email",
            "first_name",
            "folded_first_name",
            "last_name",
            "folded_last_name",
            "salutation",
            "phone",
            "locale",
            "time_zone",
            "company_number",
            "company_text",
            "folded_company_text",
            "active",
            "admin",
            "root",
            "packing_station",
            "employee_number",
            "max_discount",
            "primary_role",
            "password",
            "pin",
            "created",
            "created_by",
            "updated",
            "updated_by",
            "last_login");
    private final Rows numbers = new Rows("person_number", "account_id", "system", "number", "person_id");
    private final Rows links = new Rows("membership", "account_id", "person_id", "role_id", "number", "status");
    private final Rows pictures =
            new Rows("avatar", "account_id", "person_id", "media_type", "width", "height", "bytes", "updated");
    private int lastLink;

    PeopleWriter(Connection connection, HashedPasswords passwords, KeyedHash pepper, int account, Ids roles) {
        this.connection = connection;
        this.passwords = passwords;
        this.pepper = pepper;
        this.account = account;
        this.roles = roles;
    }

    /** Writes them and returns their keys by login. */
    Ids write(DemoAccount all) throws SQLException {
        Ids ids = new Ids();
        for (DemoPerson person : all.people()) {
            UUID id = ids.make(person.login(), person.created());
            addPerson(person, id, all.createdBy());
            addLink(person, id);
            addPicture(person, id);
            person.numbers().forEach((system, number) -> numbers.add(account, system, number, id));
        }
        people.insert(connection);
        numbers.insert(connection);
        links.insert(connection);
        pictures.insert(connection);
        return ids;
    }

    private void addPerson(DemoPerson person, UUID id, String by) {
        people.add(
                account,
                id,
                person.kind().name(),
                person.login(),
                CaseFolding.fold(person.login()),
                person.email(),
                CaseFolding.fold(person.email()),
                person.firstName(),
                CaseFolding.fold(person.firstName()),
                person.lastName(),
                CaseFolding.fold(person.lastName()),
                person.salutation(),
                person.phone(),
                person.locale(),
                person.timeZone(),
                person.company().number(),
                person.company().text(),
                CaseFolding.fold(person.company().text()),
                !person.inactive(),
                person.admin(),
                person.root(),
                person.packingStation(),
                person.employee(),
                person.maxDiscount(),
                roleOf(person),
                password(person),
                pin(person),
                person.created(),
                by,
                person.updated(),
                by,
                person.lastLogin());
    }

    private void addLink(DemoPerson person, UUID id) {
        UUID role = roleOf(person);
        if (role != null) {
            lastLink++;
            links.add(account, id, role, lastLink, LinkStatus.ACTIVE.name());
        }
    }

    private void addPicture(DemoPerson person, UUID id) {
        if (person.avatar()) {
            byte[] png = DemoPicture.png();
            pictures.add(account, id, "image/png", DemoPicture.WIDTH, DemoPicture.HEIGHT, png, person.updated());
        }
    }

    private @Nullable UUID roleOf(DemoPerson person) {
        return person.role() == null ? null : roles.of(person.role());
    }

    private @Nullable String password(DemoPerson person) {
        return person.password() == null ? null : passwords.of(person.password());
    }

    private @Nullable String pin(DemoPerson person) {
        return person.pin() == null ? null : pepper.hex("pin:" + account, person.pin());
    }
}
