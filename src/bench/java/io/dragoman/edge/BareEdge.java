package io.dragoman.edge;

import io.dragoman.account.BareHosts;
import java.util.List;
import java.util.Map;

/** The question whose a request is, with nothing around it. */
public final class BareEdge {

    private static final int MOST = 100;
    private static final Map<String, List<String>> PATTERNS = Map.of(
            "picqer", List.of("*.picqer.com"), "billomat", List.of("*.billomat.net"), "erply", List.of("*.erply.com"));

    private final Dialects dialects;

    public BareEdge(List<Dialect> dialects) {
        this.dialects = new Dialects(dialects);
    }

    public static Hosts hosts() {
        return new Hosts(() -> PATTERNS, BareHosts.none());
    }

    /** The dialect of a GET without a credential, empty where it is nobody's. */
    public String claimant(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        Dialect claimant = dialects.claimant(new RequestHead(
                "GET",
                path,
                path,
                target,
                "localhost:8080",
                () -> "127.0.0.1",
                Params.parse(query < 0 ? "" : target.substring(query + 1), MOST),
                name -> List.of()));
        return claimant == null ? "" : claimant.id();
    }
}
