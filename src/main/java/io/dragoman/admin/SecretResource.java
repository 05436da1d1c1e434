package io.dragoman.admin;

import io.dragoman.account.Passwords;
import io.dragoman.account.Pins;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.UserChange;
import io.dragoman.operator.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Passwords and PINs of people: set and removed, never told. */
@Path(AdminDialect.ROOT)
@Tag(name = "people")
class SecretResource implements AdminResource {

    private static final String PATH = "accounts/{account}/people/{person}";

    private final Desk desk;
    private final Passwords passwords;
    private final Pins pins;
    private final AdminConfig config;

    SecretResource(Desk desk, Passwords passwords, Pins pins, AdminConfig config) {
        this.desk = desk;
        this.passwords = passwords;
        this.pins = pins;
        this.config = config;
    }

    /** A password: in clear, or the md5 a former system has kept of it. Never shown. */
    @Schema(name = "Password", description = "Either of the two")
    record PasswordDocument(
            @Schema(description = "The password itself") @Nullable
            String plain,

            @Schema(description = "Its md5 as 32 hexadecimal digits", pattern = "[0-9a-fA-F]{32}") @Nullable
            String md5) {

        @Override
        public String toString() {
            return "PasswordDocument[…]";
        }
    }

    /** A PIN. Never shown. */
    @Schema(name = "Pin")
    record PinDocument(
            @Schema(required = true, pattern = SecretRules.PIN) @Nullable
            String pin) {

        @Override
        public String toString() {
            return "PinDocument[…]";
        }
    }

    @PUT
    @Path(PATH + "/password")
    @Operation(operationId = "setPassword", summary = "Set a password; sessions of the former one end")
    @RequestBody(content = @Content(schema = @Schema(implementation = PasswordDocument.class)))
    @APIResponse(responseCode = "204", description = "Set")
    public Uni<Response> setPassword(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        PasswordDocument wanted = AdminJson.document(call.json(config), PasswordDocument.class);
        check(wanted);
        return write(
                call, account, id, person -> hash(wanted).map(hash -> UserChange.NONE.with(Attribute.PASSWORD, hash)));
    }

    @DELETE
    @Path(PATH + "/password")
    @Operation(operationId = "removePassword", summary = "Remove a password, so that nobody can log in by one")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> removePassword(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return write(call, account, id, person -> cleared(Attribute.PASSWORD));
    }

    @PUT
    @Path(PATH + "/pin")
    @Operation(operationId = "setPin", summary = "Set a PIN, which nobody else of the account may have")
    @RequestBody(content = @Content(schema = @Schema(implementation = PinDocument.class)))
    @APIResponse(responseCode = "204", description = "Set")
    public Uni<Response> setPin(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        String pin = AdminJson.document(call.json(config), PinDocument.class).pin();
        new Faults()
                .unless(pin != null && SecretRules.isPin(pin), "/pin", SecretRules.NO_PIN)
                .raise();
        return write(
                call,
                account,
                id,
                person -> pins.hash(person.account(), Objects.requireNonNull(pin))
                        .map(hash -> UserChange.NONE.with(Attribute.PIN, hash)));
    }

    @DELETE
    @Path(PATH + "/pin")
    @Operation(operationId = "removePin", summary = "Remove a PIN")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> removePin(
            @PathParam("account") String account, @PathParam("person") String id, @Context RoutingContext context) {
        Call call = Call.of(context);
        return write(call, account, id, person -> cleared(Attribute.PIN));
    }

    private Uni<Response> write(Call call, String account, String id, Function<Person, Uni<UserChange>> change) {
        call.requireCondition(config);
        return MergePatch.retried(
                call,
                () -> desk.person(account, id)
                        .invoke(former -> EntityTag.require(former.version(), call.ifMatch()))
                        .chain(former -> change.apply(former).chain(made -> desk.change(former, made, call.operator())))
                        .map(written -> Replies.nothing()));
    }

    private Uni<PasswordHash> hash(PasswordDocument wanted) {
        return wanted.plain() != null
                ? passwords.hash(wanted.plain())
                : passwords.hashMd5(Objects.requireNonNull(wanted.md5()));
    }

    private static void check(PasswordDocument wanted) {
        String plain = wanted.plain();
        String md5 = wanted.md5();
        new Faults()
                .unless((plain == null) != (md5 == null), "", "not one of plain and md5")
                .unless(plain == null || SecretRules.isPassword(plain), "/plain", SecretRules.NO_PASSWORD)
                .unless(md5 == null || SecretRules.isMd5(md5), "/md5", SecretRules.NO_MD5)
                .raise();
    }

    private static Uni<UserChange> cleared(Attribute<?> attribute) {
        return Uni.createFrom().item(UserChange.NONE.clearing(attribute));
    }
}
