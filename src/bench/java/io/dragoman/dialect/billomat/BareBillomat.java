package io.dragoman.dialect.billomat;

import io.dragoman.bench.Defaults;
import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.Params;

/** Billomat's writers alone, in XML. */
public final class BareBillomat implements Rendering {

    private static final int MOST = 10;

    private final BillomatConfig config = Defaults.of(BillomatConfig.class);

    /** Whose requests are the dialect's. */
    public static Dialect dialect(Hosts hosts) {
        BillomatConfig config = Defaults.of(BillomatConfig.class);
        return new BillomatDialect(
                config, new BillomatQuotas(config), new BillomatErrors(new BillomatWriter(config)), hosts);
    }

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
