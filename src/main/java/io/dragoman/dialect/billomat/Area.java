package io.dragoman.dialect.billomat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dragoman.directory.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Billomat gives rights to, by levels of which each includes those before it (rights.md, Billomat).
 *
 * @param levels from the lowest up
 */
record Area(String name, List<Level> levels) {

    /** A level and what it takes, which is also all that writing it gives. */
    private record Level(String name, Set<Permission> needs) {}

    /** Permissions whose levels are remembered. */
    private record Held(BillomatConfig.Rights rights, Set<Permission> permissions) {}

    private static final Cache<Held, List<Text>> LEVELS =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    private static final String NO_ACCESS = "";

    private static final List<Area> DOCUMENTED = List.of(
            ofResource("articles", "products"),
            ofResource("clients", "customers"),
            ofResource("offers", "offers"),
            ofResource("confirmations", "confirmations"),
            ofResource("invoices", "invoices"),
            ofResource("credit_notes", "credit_notes"),
            ofResource("delivery_notes", "delivery_notes"),
            ofResource("reminders", "reminders"),
            ofPermission("settings_my_account", "settings:my_account"),
            ofPermission("settings_documents", "settings:documents"),
            ofPermission("settings_configuration", "settings:configuration"),
            ofPermission("settings_administration", "settings:administration"),
            ofPermission("settings_addons", "settings:addons"),
            ofPermission("settings_my_addons", "settings:my_addons"));

    private static final List<Area> FURTHER = List.of(
            ofResource("suppliers", "suppliers"),
            ofResource("incomings", "purchaseinvoices"),
            ofResource("letters", "letters"),
            ofPermission("banking", "accounting:banking"),
            ofPermission("net_income_statement", "accounting:net_income_statement"),
            ofPermission("vat_return", "accounting:vat_return"),
            ofPermission("accounting_export", "accounting:export"));

    /** All there are, which are those that can be written. */
    static final List<Area> ALL =
            Stream.concat(DOCUMENTED.stream(), FURTHER.stream()).toList();

    /** Those that are sent. */
    static List<Area> sent(BillomatConfig.Rights rights) {
        return switch (rights) {
            case DOCUMENTED -> DOCUMENTED;
            case OBSERVED -> ALL;
        };
    }

    /** The areas sent, with the levels that permissions come to; people of one role have the same. */
    static List<Text> levels(BillomatConfig.Rights rights, Set<Permission> held) {
        return LEVELS.get(new Held(rights, held), Area::levels);
    }

    private static List<Text> levels(Held held) {
        return sent(held.rights()).stream()
                .map(area -> Text.of(area.name(), area.level(held.permissions())))
                .toList();
    }

    /** All that its levels give. */
    Set<Permission> permissions() {
        Set<Permission> all = new LinkedHashSet<>();
        levels.forEach(level -> all.addAll(level.needs()));
        return all;
    }

    private String level(Set<Permission> held) {
        String highest = NO_ACCESS;
        for (Level level : levels) {
            highest = held.containsAll(level.needs()) ? level.name() : highest;
        }
        return highest;
    }

    /** What a level gives, null where there is no such level. */
    @Nullable
    Set<Permission> needs(String name) {
        if (name.equals(NO_ACCESS)) {
            return Set.of();
        }
        return levels.stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(Level::needs)
                .orElse(null);
    }

    private static Area ofResource(String name, String resource) {
        return new Area(
                name,
                List.of(
                        new Level("READ", permissions(resource, "view")),
                        new Level("UPDATE", permissions(resource, "view", "add", "edit")),
                        new Level("DELETE", permissions(resource, "view", "add", "edit", "delete"))));
    }

    private static Area ofPermission(String name, String permission) {
        return new Area(name, List.of(new Level("UPDATE", Set.of(Permission.of(permission)))));
    }

    private static Set<Permission> permissions(String resource, String... actions) {
        return Stream.of(actions)
                .map(action -> new Permission(resource, action))
                .collect(Collectors.toUnmodifiableSet());
    }
}
