package io.dragoman.admin;

import io.dragoman.account.LineSecrets;
import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.PeopleExport;
import io.dragoman.directory.bulk.PeopleImport;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.operator.TenancyStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** {@code people:import} and {@code people:export}: everybody of an account, a line each. */
@Path(AdminDialect.ROOT)
@Tag(name = "people")
class ImportResource implements AdminResource {

    /** The end of the path that takes people in. */
    static final String IMPORT = "/people:import";

    private static final String ACCOUNT = "accounts/{account}";
    private static final Logger LOG = Logger.getLogger(ImportResource.class);
    private static final String LINES = "application/x-ndjson";
    private static final int TOGETHER = 500;

    private final TenancyStore accounts;
    private final PeopleImport imports;
    private final PeopleExport exports;
    private final LineSecrets secrets;
    private final Systems systems;
    private final ImportConfig config;
    private final MeterRegistry meters;
    private final Vertx vertx;

    ImportResource(
            TenancyStore accounts,
            PeopleImport imports,
            PeopleExport exports,
            LineSecrets secrets,
            Systems systems,
            ImportConfig config,
            MeterRegistry meters,
            Vertx vertx) {
        this.accounts = accounts;
        this.imports = imports;
        this.exports = exports;
        this.secrets = secrets;
        this.systems = systems;
        this.config = config;
        this.meters = meters;
        this.vertx = vertx;
    }

    @POST
    @Path(ACCOUNT + IMPORT)
    @Produces(LINES)
    @Operation(operationId = "importPeople", summary = "Take people in, a line of JSON each; a line of result for each")
    public Multi<byte[]> takeIn(@PathParam("account") String name, @Context RoutingContext context) {
        Call call = Call.of(context);
        if (!call.exchange().dialect().streams(call.head())) {
            throw Call.notFound(); // the same by another spelling, whose body has been read
        }
        BodyRest.dropAtEnd(context, vertx);
        ImportParameters parameters = ImportParameters.of(call, systems);
        refuseEncoded(call);
        return accounts.get(name)
                .map(found -> found.orElseThrow(Call::notFound))
                .onItem()
                .transformToMulti(account -> takeIn(
                        parameters.job(account.id(), call.operator().in(account.id())),
                        account.settings().zone(),
                        parameters,
                        context));
    }

    @GET
    @Path(ACCOUNT + "/people:export")
    @Produces(LINES)
    @Operation(operationId = "exportPeople", summary = "Everybody, as the lines an import takes, without secrets")
    public Multi<byte[]> handOut(@PathParam("account") String name, @Context RoutingContext context) {
        Parameters.requireKnown(Call.of(context), Set.of());
        return accounts.get(name)
                .map(found -> found.orElseThrow(Call::notFound))
                .onItem()
                .transformToMulti(account -> exports.everybody(account.id()))
                .group()
                .intoLists()
                .of(TOGETHER)
                .map(LineWriter::write);
    }

    private Multi<byte[]> takeIn(ImportJob job, ZoneId zone, ImportParameters parameters, RoutingContext context) {
        return secrets.of(job.account())
                .map(hasher -> new LineReader(systems, zone, hasher))
                .map(reader -> new BodyBatches(vertx, context.request(), reader, config, parameters.firstLine()))
                .onItem()
                .transformToMulti(
                        body -> told(imports.run(job, Multi.createFrom().publisher(body)), parameters));
    }

    private Multi<byte[]> told(Multi<List<LineResult>> done, ImportParameters parameters) {
        ResultWriter results = new ResultWriter(parameters.report());
        return done.onItem()
                .invoke(this::count)
                .map(results::write)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .onCompletion()
                .continueWith(() -> List.of(results.summary(null)))
                .onFailure()
                .recoverWithItem(broken -> broken(results, broken));
    }

    /** The answer has begun, so it is its last line that tells. */
    private static byte[] broken(ResultWriter results, Throwable broken) {
        if (broken instanceof FacadeException known) {
            LOG.warnf("An import broke off: %s", known.getMessage());
        } else {
            LOG.error("An import broke off", broken);
        }
        return results.summary(broken);
    }

    private void count(List<LineResult> results) {
        results.stream()
                .collect(Collectors.groupingBy(LineResult::outcome, Collectors.counting()))
                .forEach((outcome, lines) -> meters.counter(
                                "dragoman.import.lines",
                                "outcome",
                                outcome.name().toLowerCase(Locale.ROOT))
                        .increment(lines));
    }

    private static void refuseEncoded(Call call) {
        String encoding = call.head().list("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Failure.of(Kind.UNSUPPORTED_MEDIA_TYPE, "the body must not be compressed")
                    .toException();
        }
    }
}
