package io.dragoman.embedded.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An account as the files in {@code demo/} write it.
 *
 * @param created when it was, with its roles
 * @param createdBy the login of whoever made and changed everything in it
 * @param names what each system calls it
 * @param quotas its own quotas, by system
 * @param companies names by number
 */
record DemoAccount(
        String name,
        String timeZone,
        Instant created,
        String createdBy,
        Map<String, String> names,
        Map<String, Integer> quotas,
        Map<Long, String> companies,
        List<Integer> warehouses,
        String defaultRole,
        List<DemoRole> roles,
        List<DemoPerson> people,
        List<DemoKey> keys) {

    DemoAccount {
        names = Map.copyOf(names);
        quotas = Map.copyOf(quotas);
        companies = Map.copyOf(companies);
        warehouses = List.copyOf(warehouses);
        roles = List.copyOf(roles);
        people = List.copyOf(people);
        keys = List.copyOf(keys);
    }

    DemoAccount with(List<DemoPerson> more) {
        return new DemoAccount(
                name,
                timeZone,
                created,
                createdBy,
                names,
                quotas,
                companies,
                warehouses,
                defaultRole,
                roles,
                Stream.concat(people.stream(), more.stream()).toList(),
                keys);
    }
}
