package io.dragoman.dialect.cscart;

import io.dragoman.account.Principal;
import io.dragoman.directory.Permission;
import io.dragoman.directory.User;
import io.dragoman.directory.UserKind;
import io.dragoman.edge.Exchange;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lets requests through to what answers them: their body is read, then their caller judged (cscart.md 2 and 6). */
@ApplicationScoped
class CsCartGate {

    private final CsCartReleases releases;

    CsCartGate(CsCartReleases releases) {
        this.releases = releases;
    }

    /** The call of a request. Throws MALFORMED for a body that is broken, FORBIDDEN for a caller who may not. */
    CsCartCall open(RoutingContext context, Permission... needed) {
        Exchange exchange = Exchange.of(context);
        PhpArray fields = CsCartBody.read(exchange);
        Principal principal = exchange.principal();
        refuseCustomers(principal.user());
        CsCartPath path = CsCartPath.of(exchange.head());
        CsCartCall call =
                new CsCartCall(principal, path, exchange.head().query(), fields, company(principal.user(), path));
        for (Permission permission : needed) {
            call.caller().require(permission);
        }
        return call;
    }

    /** The same for what needs fields in the body: without any, METHOD_NOT_ALLOWED. */
    CsCartCall openWithFields(RoutingContext context, Permission... needed) {
        CsCartCall call = open(context, needed);
        if (call.fields().isNothing()) {
            throw CsCartRefusal.missingParameters().toException();
        }
        return call;
    }

    /** A customer's key never passes, whatever he holds; a vendor's passes for what is his company's. */
    private void refuseCustomers(User user) {
        boolean vendor = user.kind() == UserKind.VENDOR;
        boolean stray = vendor && user.position().company().number() == 0;
        if (user.kind() == UserKind.CUSTOMER || stray || (vendor && releases.refusesVendors())) {
            throw Failure.of(Kind.FORBIDDEN).toException();
        }
    }

    private static @Nullable Long company(User user, CsCartPath path) {
        return user.kind() == UserKind.VENDOR
                ? Long.valueOf(user.position().company().number())
                : path.store();
    }
}
