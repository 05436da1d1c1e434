package io.dragoman.dialect.billomat;

import io.dragoman.bench.Defaults;
import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import io.dragoman.edge.Params;

/** Billomat's writers alone, in XML. */
public final class BareBillomat implements Rendering {

    private static final int MOST = 10;

    private final BillomatConfig config = Defaults.of(BillomatConfig.class);

    @Override
    public byte[] single(User user) {
        return XmlDocument.of(BillomatUser.of(user, config.rights()));
    }

    @Override
    public byte[] list(Page<User> page, String query) {
        Page<Group> rows = page.map(user -> BillomatUser.of(user, config.rights()));
        return XmlDocument.of(
                new Rows("users", rows.items(), Paging.of(Params.parse(query, MOST)), page.total()));
    }
}
