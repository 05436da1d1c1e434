package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import java.util.List;
import java.util.Set;

/** What Erply calls the resources that are viewed, added, edited and deleted (rights.md, Erply). */
record ErplyModule(String name, String resource) {

    private static final List<ErplyModule> ALL = List.of(
            new ErplyModule("invoices", "invoices"),
            new ErplyModule("purchases", "purchaseinvoices"),
            new ErplyModule("products", "products"),
            new ErplyModule("customers", "customers"),
            new ErplyModule("suppliers", "suppliers"),
            new ErplyModule("offers", "offers"),
            new ErplyModule("orders", "orders"),
            new ErplyModule("users", "users"),
            new ErplyModule("userGroups", "roles"));

    private static final List<String> ACTIONS = List.of("view", "add", "edit", "delete");

    /** All modules with what whoever holds these permissions may do in them. */
    static Keyed of(Set<Permission> permissions) {
        Keyed modules = new Keyed();
        ALL.forEach(module -> modules.with(module.name, module.actions(permissions)));
        return modules;
    }

    /** The account's warehouses somebody works in, where everything may be done. */
    static Keyed warehouses(List<Integer> numbers) {
        Keyed warehouses = new Keyed();
        for (Integer number : numbers) {
            Fields all = new Fields();
            ACTIONS.forEach(action -> all.with(action, 1));
            warehouses.with(number.toString(), all);
        }
        return warehouses;
    }

    private Fields actions(Set<Permission> permissions) {
        Fields actions = new Fields();
        for (String action : ACTIONS) {
            actions.with(action, permissions.contains(new Permission(resource, action)) ? 1 : 0);
        }
        return actions;
    }
}
