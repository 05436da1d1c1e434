package io.dragoman.dialect.erply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What Erply's documentation leaves open or says of its limits. */
@ConfigMapping(prefix = "dragoman.erply")
interface ErplyConfig {

    /** Calls a clock hour of an account that has no quota of its own. */
    @WithDefault("2000")
    int quota();

    /** Whether a bulk counts as many calls as it has sub-requests, rather than one. */
    @WithDefault("true")
    boolean bulkCountsEach();

    /** Sub-requests of one bulk answered at once. */
    @WithDefault("8")
    int bulkConcurrency();

    /** Parameters of a request or sub-request; one more is malformed. */
    @WithDefault("1000")
    int maxParameters();

    /** Characters of a parameter, {@code requests} aside. */
    @WithDefault("65536")
    int maxParameterLength();

    /** Characters of {@code requests}. */
    @WithDefault("1048576")
    int maxBulkLength();

    /** Whether scripts of any web page may read the answers, as those of Erply's may be. */
    @WithDefault("true")
    boolean cors();

    /** Where the facade is reached, ending in a slash, for loginUrl and getServiceEndpoints; unset, as the request was. */
    Optional<String> publicUrl();

    /** What getServiceEndpoints names as documentation. */
    @WithDefault("https://learn-api.erply.com/")
    String documentationUrl();
}
