package io.dragoman.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Limits;
import io.dragoman.operator.Firm;
import io.dragoman.operator.FirmStore;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /admin/v1/accounts/{account}/companies}: what people can be of, by number. */
@Path(AdminDialect.ROOT)
@Tag(name = "companies")
class CompanyResource implements AdminResource {

    private static final String PATH = "accounts/{account}/companies";
    private static final String LIST = "companies";

    private final Desk desk;
    private final FirmStore companies;
    private final Limits limits;
    private final AdminConfig config;

    CompanyResource(Desk desk, FirmStore companies, Limits limits, AdminConfig config) {
        this.desk = desk;
        this.companies = companies;
        this.limits = limits;
        this.config = config;
    }

    /** A company. */
    @Schema(name = "Company")
    record CompanyDocument(
            @Schema(required = true, minimum = "1", description = "Cannot be changed") @Nullable
            Long number,

            @Schema(required = true) @Nullable String name) {

        private static CompanyDocument of(Firm company) {
            return new CompanyDocument(company.number(), company.name());
        }
    }

    /** A page of companies. */
    @Schema(name = "CompanyList")
    record Listing(List<CompanyDocument> items, @Nullable String next) {}

    @GET
    @Path(PATH)
    @Operation(operationId = "listCompanies", summary = "Companies, by number")
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From the former page's next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Listing.class)))
    public Uni<Response> list(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        Parameters parameters = Parameters.of(call, config);
        Long after = Cursor.number(LIST, parameters.cursor());
        int limit = parameters.limit();
        return desk.account(account)
                .chain(id -> companies.list(id, after, limit))
                .map(slice -> Replies.list(call, LIST, slice, Firm::number, CompanyDocument::of));
    }

    @POST
    @Path(PATH)
    @Operation(operationId = "createCompany", summary = "Make a company")
    @RequestBody(content = @Content(schema = @Schema(implementation = CompanyDocument.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CompanyDocument.class)))
    public Uni<Response> create(@PathParam("account") String account, @Context RoutingContext context) {
        Call call = Call.of(context);
        CompanyDocument wanted = checked(AdminJson.document(call.json(config), CompanyDocument.class));
        long number = Objects.requireNonNull(wanted.number());
        return desk.account(account)
                .chain(id -> companies.create(id, number, Objects.requireNonNull(wanted.name()), call.operator()))
                .map(company -> Replies.created(
                        call.head().path() + "/" + number, company.version(), CompanyDocument.of(company)));
    }

    @GET
    @Path(PATH + "/{number}")
    @Operation(operationId = "readCompany", summary = "One company")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CompanyDocument.class)))
    public Uni<Response> single(
            @PathParam("account") String account, @PathParam("number") String number, @Context RoutingContext context) {
        Call call = Call.of(context);
        return with(
                account,
                number,
                (id, company) ->
                        Uni.createFrom().item(Replies.read(call, company.version(), CompanyDocument.of(company))));
    }

    @PATCH
    @Path(PATH + "/{number}")
    @Operation(operationId = "changeCompany", summary = "Rename a company by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = CompanyDocument.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CompanyDocument.class)))
    public Uni<Response> change(
            @PathParam("account") String account, @PathParam("number") String number, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        JsonNode patch = call.patch(config);
        return MergePatch.retried(call, () -> with(account, number, (id, former) -> change(call, id, former, patch)));
    }

    @DELETE
    @Path(PATH + "/{number}")
    @Operation(operationId = "deleteCompany", summary = "Delete a company that nobody is of")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Response> delete(
            @PathParam("account") String account, @PathParam("number") String number, @Context RoutingContext context) {
        Call call = Call.of(context);
        call.requireCondition(config);
        return MergePatch.retried(call, () -> with(account, number, (id, former) -> delete(call, id, former)));
    }

    /** What is done with a company of an account. */
    private interface Work {

        Uni<Response> on(AccountId account, Firm company);
    }

    private Uni<Response> change(Call call, AccountId account, Firm former, JsonNode patch) {
        EntityTag.require(former.version(), call.ifMatch());
        CompanyDocument before = CompanyDocument.of(former);
        CompanyDocument wanted = checked(MergePatch.applied(before, patch, CompanyDocument.class));
        new Faults()
                .unless(Objects.equals(wanted.number(), before.number()), "/number", "cannot be changed")
                .raise();
        return companies
                .rename(account, former, Objects.requireNonNull(wanted.name()), call.operator())
                .map(company -> Replies.changed(company.version(), CompanyDocument.of(company)));
    }

    private Uni<Response> delete(Call call, AccountId account, Firm former) {
        EntityTag.require(former.version(), call.ifMatch());
        return companies.delete(account, former, call.operator()).map(deleted -> Replies.nothing());
    }

    private Uni<Response> with(String account, String number, Work work) {
        long key = Call.number(number);
        return desk.account(account)
                .chain(id -> companies
                        .get(id, key)
                        .map(found -> found.orElseThrow(Call::notFound))
                        .chain(company -> work.on(id, company)));
    }

    private CompanyDocument checked(CompanyDocument wanted) {
        Long number = wanted.number();
        String name = wanted.name();
        new Faults()
                .unless(number != null && number > 0, "/number", "not a number from 1 on")
                .unless(name != null && !name.isBlank(), "/name", "missing")
                .raise();
        limits.checkText("name", Objects.requireNonNull(name));
        return wanted;
    }
}
