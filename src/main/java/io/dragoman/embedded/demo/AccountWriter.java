package io.dragoman.embedded.demo;

import io.dragoman.account.KeyedHash;
import io.dragoman.directory.CaseFolding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Writes whole accounts, on the caller's connection and in his transaction. */
final class AccountWriter {

    private final Connection connection;
    private final HashedPasswords passwords;
    private final KeyedHash pepper;

    AccountWriter(Connection connection, HashedPasswords passwords, KeyedHash pepper) {
        this.connection = connection;
        this.passwords = passwords;
        this.pepper = pepper;
    }

    void write(DemoAccount account) throws SQLException {
        Ids roles = new Ids();
        account.roles().forEach(role -> roles.make(role.name(), account.created()));
        int id = insert(account, roles.of(account.defaultRole()));
        insertNames(account, id);
        insertPlaces(account, id);
        insertRoles(account, id, roles);
        Ids people = new PeopleWriter(connection, passwords, pepper, id, roles).write(account);
        insertKeys(account, id, people);
        Counters.of(account).insert(connection, id);
    }

    private int insert(DemoAccount account, UUID defaultRole) throws SQLException {
        String sql = "insert into account (name, time_zone, default_role) values (?, ?, ?) returning id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.name());
            statement.setString(2, account.timeZone());
            statement.setObject(3, defaultRole);
            try (ResultSet inserted = statement.executeQuery()) {
                inserted.next();
                return inserted.getInt(1);
            }
        }
    }

    private void insertNames(DemoAccount account, int id) throws SQLException {
        Rows names = new Rows("account_name", "account_id", "system", "name");
        account.names().forEach((system, name) -> names.add(id, system, name));
        names.insert(connection);

        Rows quotas = new Rows("account_quota", "account_id", "system", "quota");
        account.quotas().forEach((system, quota) -> quotas.add(id, system, quota));
        quotas.insert(connection);
    }

    private void insertPlaces(DemoAccount account, int id) throws SQLException {
        Rows companies = new Rows("company", "account_id", "number", "name");
        account.companies().forEach((number, name) -> companies.add(id, number, name));
        companies.insert(connection);

        Rows warehouses = new Rows("warehouse", "account_id", "number");
        account.warehouses().forEach(number -> warehouses.add(id, number));
        warehouses.insert(connection);
    }

    private void insertRoles(DemoAccount account, int id, Ids ids) throws SQLException {
        Rows roles = new Rows(
                "role",
                "account_id",
                "id",
                "name",
                "folded_name",
                "permissions",
                "created",
                "created_by",
                "updated",
                "updated_by");
        Rows numbers = new Rows("role_number", "account_id", "system", "number", "role_id");
        for (DemoRole role : account.roles()) {
            UUID roleId = ids.of(role.name());
            roles.add(
                    id,
                    roleId,
                    role.name(),
                    CaseFolding.fold(role.name()),
                    role.effectivePermissions(),
                    account.created(),
                    account.createdBy(),
                    account.created(),
                    account.createdBy());
            role.numbers().forEach((system, number) -> numbers.add(id, system, number, roleId));
        }
        roles.insert(connection);
        numbers.insert(connection);
    }

    private void insertKeys(DemoAccount account, int id, Ids people) throws SQLException {
        Rows keys = new Rows(
                "api_key", "account_id", "id", "person_id", "system", "hash", "hint", "quota", "created", "revoked");
        for (DemoKey key : account.keys()) {
            keys.add(
                    id,
                    Ids.madeAt(account.created()),
                    people.of(key.login()),
                    key.system(),
                    pepper.hex("key", key.text()),
                    key.hint(),
                    key.quota(),
                    account.created(),
                    key.revoked());
        }
        keys.insert(connection);
    }
}
