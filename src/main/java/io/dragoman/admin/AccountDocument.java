package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.directory.RoleId;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancySettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as the operator reads and writes it. */
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountDocument(
        @Schema(required = true, pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}", example = "acme") @Nullable
        String name,

        @Schema(description = "IANA name of the zone times are told in", defaultValue = "UTC") @Nullable
        String timeZone,

        @Schema(description = "Role of staff who are given none") @Nullable
        UUID defaultRole,

        @Schema(description = "What each system calls the account: sub-domains, client codes, hosts; lower case")
        Map<String, @Nullable List<String>> names,

        @Schema(description = "Calls a window, in systems where the account has a quota of its own")
        Map<String, @Nullable Integer> quotas,

        @Schema(description = "Numbers of the account's warehouses")
        List<Integer> warehouses,

        @Schema(readOnly = true) @Nullable Instant created) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern SYSTEM_NAME = Pattern.compile("[^\\s\\p{Cntrl}/?#@]{1,253}");
    private static final int MOST = 1_000;

    AccountDocument {
        names = sorted(names);
        quotas = sorted(quotas);
        warehouses = warehouses == null ? List.of() : warehouses;
    }

    static AccountDocument of(Tenancy account) {
        TenancySettings settings = account.settings();
        Map<String, @Nullable List<String>> names = new TreeMap<>();
        settings.names().forEach((system, known) -> names.put(system, List.copyOf(known)));
        return new AccountDocument(
                settings.name(),
                settings.zone().getId(),
                settings.defaultRole() == null ? null : settings.defaultRole().value(),
                names,
                new TreeMap<>(settings.quotas()),
                List.copyOf(settings.warehouses()),
                account.created());
    }

    /** What it sets. Throws INVALID for all that cannot be set. */
    TenancySettings settings(Systems systems) {
        Faults faults = new Faults();
        faults.unless(name != null && NAME.matcher(name).matches(), "/name", "not of the form " + NAME.pattern());
        ZoneId zone = zone(timeZone, faults);
        names.forEach((system, known) -> checkNames(system, known, systems, faults));
        quotas.forEach((system, quota) -> checkQuota(system, quota, systems, faults));
        checkWarehouses(faults);
        faults.raise();
        return TenancySettings.of(
                Objects.requireNonNull(name),
                zone,
                defaultRole == null ? null : new RoleId(defaultRole),
                lowerCase(names),
                present(quotas),
                warehouses);
    }

    /** Throws INVALID where something is set that is only read. */
    AccountDocument requireSame(@Nullable Instant former) {
        new Faults()
                .unless(created == null || created.equals(former), "/created", "read only")
                .raise();
        return this;
    }

    private static void checkNames(String system, @Nullable List<String> known, Systems systems, Faults faults) {
        faults.unless(systems.has(system), "/names/" + system, systems.unknown());
        if (known != null) {
            boolean valid = known.size() <= MOST
                    && known.stream()
                            .allMatch(each ->
                                    each != null && SYSTEM_NAME.matcher(each).matches());
            faults.unless(
                    valid, "/names/" + system, "not a list of names, without spaces and at most 253 characters each");
        }
    }

    private static void checkQuota(String system, @Nullable Integer quota, Systems systems, Faults faults) {
        faults.unless(systems.has(system), "/quotas/" + system, systems.unknown())
                .unless(quota == null || quota > 0, "/quotas/" + system, "less than 1");
    }

    private void checkWarehouses(Faults faults) {
        boolean valid = warehouses.size() <= MOST && warehouses.stream().allMatch(each -> each != null && each > 0);
        faults.unless(valid, "/warehouses", "not a list of at most " + MOST + " numbers from 1 on");
    }

    static ZoneId zone(@Nullable String text, Faults faults) {
        try {
            return text == null ? ZoneId.of("UTC") : ZoneId.of(text);
        } catch (DateTimeException e) {
            faults.add("/timeZone", "no such time zone");
            return ZoneId.of("UTC");
        }
    }

    private static Map<String, List<String>> lowerCase(Map<String, @Nullable List<String>> names) {
        Map<String, List<String>> lower = new TreeMap<>();
        names.forEach((system, known) -> {
            if (known != null) {
                List<String> each = new ArrayList<>();
                known.forEach(text -> each.add(text.toLowerCase(Locale.ROOT)));
                lower.put(system, each);
            }
        });
        return lower;
    }

    private static Map<String, Integer> present(Map<String, @Nullable Integer> quotas) {
        Map<String, Integer> present = new TreeMap<>();
        quotas.forEach((system, quota) -> {
            if (quota != null) {
                present.put(system, quota);
            }
        });
        return present;
    }

    private static <V extends @Nullable Object> SortedMap<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? new TreeMap<>() : new TreeMap<>(map);
    }
}
