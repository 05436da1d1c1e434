package io.dragoman.bench;

import io.dragoman.directory.AccountId;
import io.dragoman.store.BareStatements;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The limit: Vert.x and the reactive PostgreSQL client with nothing around them.
 *
 * <p>It sends the statement the facade sends, reads every column of every row, and answers with as many bytes as the
 * facade does: those that the facade once answered to the same kind of request. It renders nothing, admits everybody
 * and counts nothing, so that what is measured against it is all that the facade adds.
 */
public final class BareServer extends AbstractVerticle {

    private static final int CONNECTIONS = 20;
    private static final int BULK = 20;

    private final int port;
    private final Pool pool;
    private final BareStatements statements;
    private final Path bodies;
    private final Map<String, Buffer> answers = new ConcurrentHashMap<>();

    private BareServer(int port, Pool pool, BareStatements statements, Path bodies) {
        this.port = port;
        this.pool = pool;
        this.statements = statements;
        this.bodies = bodies;
    }

    /** Takes a port, the database's URL, user, password, the account's id and the folder of answers. */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        PgConnectOptions database = PgConnectOptions.fromUri(args[1])
                .setUser(args[2])
                .setPassword(args[3])
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(16_384);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(database)
                .using(vertx)
                .build();
        BareStatements statements = new BareStatements(new AccountId(Integer.parseInt(args[4])));
        vertx.deployVerticle(
                        () -> new BareServer(port, pool, statements, Path.of(args[5])),
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors()))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    @Override
    public void start() {
        vertx.createHttpServer(new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
                .requestHandler(this::handle)
                .listen();
    }

    private void handle(HttpServerRequest request) {
        String[] path = request.path().split("/", -1);
        String kind = path.length > 2 ? path[1] : "ready";
        switch (kind) {
            case "ready" -> request.response().end();
            case "fixed" -> answer(request, path[2]);
            case "single" -> asked(request, path[2], statements.single(path[3], number(path[4])));
            case "page" -> asked(request, path[2], statements.page(path[3], number(path[5]), (int) number(path[4])));
            case "name" -> asked(request, path[2], statements.byName(path[3], number(path[5]), (int) number(path[4])));
            case "email" -> asked(request, path[2], statements.emailContains(path[3], path[5], (int) number(path[4])));
            case "bulk" -> bulk(request, path[2], path[3], number(path[4]));
            case "create" -> request.body().onSuccess(body -> created(request, path[2]));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private void asked(HttpServerRequest request, String name, BareStatements.Statement statement) {
        respond(request, name, query(statement));
    }

    private void bulk(HttpServerRequest request, String name, String system, long number) {
        List<Future<Void>> all = IntStream.range(0, BULK)
                .mapToObj(i -> query(statements.single(system, number + i)))
                .toList();
        respond(request, name, Future.all(all).mapEmpty());
    }

    private Future<Void> query(BareStatements.Statement statement) {
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.values()))
                .map(BareServer::read);
    }

    private static Void read(RowSet<Row> rows) {
        for (Row row : rows) {
            for (int column = 0; column < row.size(); column++) {
                row.getValue(column);
            }
        }
        return null;
    }

    /** A customer, his number, the entry in the log and the word to the others, in one transaction. */
    private void created(HttpServerRequest request, String name) {
        int account = statements.account().value();
        UUID id = UUID.randomUUID();
        respond(
                request,
                name,
                pool.withTransaction(connection -> connection
                        .preparedQuery("update counter set last = last + 1 where account_id = $1 and subject = 'person'"
                                + " and system = 'cscart' returning last")
                        .execute(Tuple.of(account))
                        .map(rows -> rows.iterator().next().getLong(0))
                        .compose(number -> Future.all(
                                connection
                                        .preparedQuery("insert into person (account_id, id, kind, login, folded_login,"
                                                + " email, folded_email, created, created_by, updated, updated_by)"
                                                + " values ($1, $2, 'CUSTOMER', $3, $3, $3, $3, now(), 'bench', now(),"
                                                + " 'bench')")
                                        .execute(Tuple.of(account, id, "made" + id)),
                                connection
                                        .preparedQuery("insert into person_number values ($1, 'cscart', $2, $3)")
                                        .execute(Tuple.of(account, number, id)),
                                connection
                                        .preparedQuery("insert into change_log (account_id, at, actor, system, subject,"
                                                + " subject_id, action) values ($1, now(), 'bench', 'cscart', 'person',"
                                                + " $2, 'create')")
                                        .execute(Tuple.of(account, id)),
                                connection
                                        .preparedQuery("select cast(pg_notify('dragoman_change', $1) as text)")
                                        .execute(Tuple.of(account + ":person:" + id)))))
                        .mapEmpty());
    }

    private void respond(HttpServerRequest request, String name, Future<Void> done) {
        done.onComplete(result -> {
            if (result.succeeded()) {
                answer(request, name);
            } else {
                request.response().setStatusCode(500).end();
            }
        });
    }

    private void answer(HttpServerRequest request, String name) {
        String[] meta = name.split("~", -1);
        request.response()
                .setStatusCode(meta.length > 1 ? Integer.parseInt(meta[1]) : 200)
                .putHeader("Content-Type", "application/json")
                .end(answers.computeIfAbsent(name, this::load));
    }

    private Buffer load(String name) {
        try {
            return Buffer.buffer(Files.readAllBytes(bodies.resolve(name)));
        } catch (IOException e) {
            throw new IllegalStateException("no answer of the facade was kept for " + name, e);
        }
    }
}
