package io.dragoman.bench;

import io.dragoman.dialect.billomat.BareBillomat;
import io.dragoman.dialect.cscart.BareCsCart;
import io.dragoman.dialect.erply.BareErply;
import io.dragoman.dialect.picqer.BarePicqer;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.User;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The limit: Vert.x and the reactive PostgreSQL client with nothing around them.
 *
 * <p>It sends the statement the facade sends and writes what it finds with the facade's own writers, or sends the answer
 * that the facade gave where that comes of no statement. It admits everybody, counts, limits, remembers and routes
 * nothing, so that what is measured against it is all that the facade adds.
 */
public final class BareServer extends AbstractVerticle {

    private static final int CONNECTIONS = 20;
    private static final int BULK = 20;

    private final int port;
    private final Pool pool;
    private final BareStatements statements;
    private final Path bodies;
    private final Rendering picqer = new BarePicqer();
    private final Rendering billomat = new BareBillomat();
    private final Rendering cscart = new BareCsCart();
    private final BareErply erply = new BareErply();
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
        AccountId account = new AccountId(Integer.parseInt(args[4]));
        pool.query(BareStatements.SAMPLE)
                .execute()
                .map(rows -> new BareStatements(account, texts(rows)))
                .compose(statements -> vertx.deployVerticle(
                        () -> new BareServer(port, pool, statements, Path.of(args[5])),
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors())))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    private static List<String> texts(RowSet<Row> rows) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    @Override
    public void start() {
        vertx.createHttpServer(new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
                .requestHandler(this::handle)
                .listen();
    }

    private void handle(HttpServerRequest request) {
        String[] path = request.path().split("/", -1);
        switch (path[1]) {
            case "fixed" -> answer(request, path[2]);
            case "single" -> single(request, path[2], number(path[3]));
            case "page" -> list(request, path[2], statements.page(path[2], number(path[4]), (int) number(path[3])));
            case "name" -> list(request, path[2], statements.byName(path[2], number(path[4]), (int) number(path[3])));
            case "email" -> list(request, path[2], statements.emailContains(path[2], path[4], (int) number(path[3])));
            case "bulk" -> bulk(request, number(path[2]));
            case "create" -> request.body().onSuccess(body -> created(request, path[2]));
            default -> request.response().end();
        }
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private void single(HttpServerRequest request, String dialect, long number) {
        respond(request, person(dialect, number).map(rendering(dialect)::single));
    }

    private void list(HttpServerRequest request, String dialect, BareStatements.Statement statement) {
        respond(
                request,
                query(statement)
                        .map(BareStatements::page)
                        .map(page -> rendering(dialect).list(page, request.query())));
    }

    private void bulk(HttpServerRequest request, long before) {
        List<Future<User>> all = IntStream.rangeClosed(1, BULK)
                .mapToObj(i -> person("erply", before + i))
                .toList();
        respond(request, Future.all(all).map(found -> erply.bulk(found.list())));
    }

    private Future<User> person(String system, long number) {
        return query(statements.single(system, number)).map(rows -> BareStatements.user(rows.get(0)));
    }

    private Rendering rendering(String dialect) {
        return switch (dialect) {
            case "picqer" -> picqer;
            case "billomat" -> billomat;
            case "erply" -> erply;
            default -> cscart;
        };
    }

    private Future<List<io.vertx.mutiny.sqlclient.Row>> query(BareStatements.Statement statement) {
        return pool.preparedQuery(statement.sql())
                .execute(Tuple.from(statement.values()))
                .map(BareServer::read);
    }

    private static List<io.vertx.mutiny.sqlclient.Row> read(RowSet<Row> rows) {
        List<io.vertx.mutiny.sqlclient.Row> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(io.vertx.mutiny.sqlclient.Row.newInstance(row)));
        return all;
    }

    /** A customer, his number, the entry in the log and the word to the others, in one transaction. */
    private void created(HttpServerRequest request, String name) {
        int account = statements.account().value();
        UUID id = UUID.randomUUID();
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
                .onSuccess(done -> answer(request, name))
                .onFailure(failure -> fail(request, failure));
    }

    private static void respond(HttpServerRequest request, Future<byte[]> body) {
        body.onSuccess(bytes -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(bytes)))
                .onFailure(failure -> fail(request, failure));
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        request.response().setStatusCode(500).end(failure.toString());
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
