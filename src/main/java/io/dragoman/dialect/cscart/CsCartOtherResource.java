package io.dragoman.dialect.cscart;

import io.dragoman.edge.Answer;
import io.dragoman.edge.Exchange;
import io.dragoman.edge.Operation;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What is answered beside users and usergroups (cscart.md 3.10), and refusals that a body comes before. */
@Path("/" + CsCartDialect.ID)
class CsCartOtherResource {

    /** The start-up call of one client looks for these words. */
    private static final Answer PRODUCT = Answer.of(200, "text/html", "CS-Cart <b>4.3.4 </b>");

    private final CsCartGate gate;
    private final CsCartReleases releases;

    CsCartOtherResource(CsCartGate gate, CsCartReleases releases) {
        this.gate = gate;
        this.releases = releases;
    }

    @GET
    @Path("version{id:(/.*)?}")
    @Operation("version")
    public Response version(@Context RoutingContext context) {
        gate.open(context);
        return CsCartJson.answer(200, Map.of("Version", releases.version())).toResponse();
    }

    @GET
    @Path(CsCartDialect.PRODUCT)
    @Operation(value = "product", reads = "version")
    public Response product() {
        return PRODUCT.toResponse();
    }

    @OPTIONS
    @Path(CsCartDialect.OPTIONS)
    @Operation("options")
    public Response options() {
        return CsCartJson.answer(200, "").toResponse();
    }

    @POST
    @Path(CsCartDialect.REFUSED)
    public Response refusePost(@Context RoutingContext context) {
        throw refusal(context).toException();
    }

    @PUT
    @Path(CsCartDialect.REFUSED)
    public Response refusePut(@Context RoutingContext context) {
        throw refusal(context).toException();
    }

    @DELETE
    @Path(CsCartDialect.REFUSED)
    public Response refuseDelete(@Context RoutingContext context) {
        throw refusal(context).toException();
    }

    /** What speaks against a request, after its body was found readable. */
    private Failure refusal(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        CsCartBody.read(exchange);
        Failure refusal = CsCartPath.of(exchange.head()).refusal(exchange.head().method(), releases.versions());
        return refusal == null ? Failure.of(Kind.INTERNAL) : refusal;
    }
}
