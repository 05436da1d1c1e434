package io.dragoman.dialect.picqer;

import io.dragoman.bench.Defaults;
import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import java.time.ZoneOffset;

/** Picqer's writers alone. */
public final class BarePicqer implements Rendering {

    /** Whose requests are the dialect's. */
    public static Dialect dialect(Hosts hosts) {
        return new PicqerDialect(Defaults.of(PicqerConfig.class), hosts);
    }

    @Override
    public byte[] single(User user) {
        return PicqerJson.answer(200, PicqerUser.single(user, ZoneOffset.UTC)).body();
    }

    @Override
    public byte[] list(Page<User> page, String query) {
        return PicqerJson.answer(
                        200,
                        page.map(user -> PicqerUser.listed(user, ZoneOffset.UTC))
                                .items())
                .body();
    }
}
