package io.dragoman.edge;

import io.dragoman.account.KnownHosts;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host names legacy clients have hard-coded, by dialect.
 *
 * <p>A pattern is a host name whose first label may be {@code *}: what stands there names the account. A pattern without
 * one names the account by the whole host.
 */
@Singleton
public class Hosts {

    /** Patterns by dialect. */
    @ConfigMapping(prefix = "dragoman.hosts")
    interface Config {

        /** Host patterns by the dialect's id. */
        @WithParentName
        Map<String, List<String>> patterns();
    }

    private final Map<String, List<String>> patterns;
    private final KnownHosts known;

    Hosts(Config config, KnownHosts known) {
        this.patterns = config.patterns().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> lowerCase(entry.getValue())));
        this.known = known;
    }

    private static List<String> lowerCase(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * What a dialect's host calls the account, null where the host is none of the dialect's: neither by a pattern nor
     * as the name the dialect's system knows some account by.
     */
    public @Nullable String accountName(String dialect, String host) {
        for (String pattern : patterns.getOrDefault(dialect, List.of())) {
            String name = match(pattern, host);
            if (name != null) {
                return name;
            }
        }
        return known.contains(dialect, host) ? host : null;
    }

    /** What stands for {@code *} in a pattern that a host matches, the host itself where there is none; else null. */
    public static @Nullable String match(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host) ? host : null;
        }
        String domain = pattern.substring(1);
        int name = host.length() - domain.length();
        return name > 0 && host.endsWith(domain) ? host.substring(0, name) : null;
    }
}
