package io.dragoman.dialect.cscart;

import io.dragoman.bench.Defaults;
import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.Params;

/** CS-Cart's writers alone. */
public final class BareCsCart implements Rendering {

    private static final int MOST = 10;

    private final CsCartConfig config = Defaults.of(CsCartConfig.class);

    /** Whose requests are the dialect's. */
    public static Dialect dialect(Hosts hosts) {
        return new CsCartDialect(
                new CsCartReleases(Defaults.of(CsCartConfig.class)), new CsCartClaims(hosts), hosts);
    }

    @Override
    public byte[] single(User user) {
        return CsCartJson.answer(200, CsCartUser.of(user, false)).body();
    }

    @Override
    public byte[] list(Page<User> page, String query) {
        CsCartListing listing = CsCartListing.of(Params.parse(query, MOST), false, config);
        return CsCartJson.answer(200, listing.body(page.map(user -> CsCartUser.of(user, false))))
                .body();
    }
}
