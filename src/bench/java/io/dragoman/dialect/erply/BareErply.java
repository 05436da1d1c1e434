package io.dragoman.dialect.erply;

import io.dragoman.bench.Defaults;
import io.dragoman.bench.Rendering;
import io.dragoman.directory.Page;
import io.dragoman.directory.User;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.Params;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** Erply's writers alone: of getUserRights, and of a bulk of such calls. */
public final class BareErply implements Rendering {

    private static final ReplyFormat FORMAT = new ReplyFormat(false, false);
    private static final int MOST = 10;

    private final ErplyEnvelope envelope = new ErplyEnvelope(Defaults.of(ErplyConfig.class), Clock.systemUTC());

    /** Whose requests are the dialect's. */
    public static Dialect dialect(Hosts hosts) {
        ErplyConfig config = Defaults.of(ErplyConfig.class);
        return new ErplyDialect(config, hosts, new ErplyEnvelope(config, Clock.systemUTC()));
    }

    @Override
    public byte[] single(User user) {
        return list(new Page<>(List.of(user), 0, 1), "request=getUserRights");
    }

    @Override
    public byte[] list(Page<User> page, String query) {
        ErplyParams params = ErplyParams.of(Params.parse(query, MOST), Params.NONE);
        return FORMAT.write(envelope.replied(params, Reply.page(page, UserRights::of), envelope.begin()));
    }

    /** The answer to a bulk whose sub-requests are numbered from 1 on and each find one user. */
    public byte[] bulk(List<User> users) {
        Begun begun = envelope.begin();
        return FORMAT.write(envelope.bulk(
                IntStream.range(0, users.size())
                        .mapToObj(i -> envelope.subReplied(
                                new SubRequest("getUserRights", Integer.toString(i + 1), ErplyParams.NONE),
                                Reply.one(UserRights.of(users.get(i))),
                                begun))
                        .toList(),
                begun));
    }
}
