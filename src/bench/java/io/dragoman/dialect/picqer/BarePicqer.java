package io.dragoman.dialect.picqer;

import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import java.time.ZoneOffset;

/** Picqer's writers alone. */
public final class BarePicqer implements Rendering {

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
