package io.dragoman.admin;

import io.dragoman.account.Credential;
import io.dragoman.account.Principal;
import io.dragoman.edge.Answer;
import io.dragoman.edge.Claim;
import io.dragoman.edge.Dialect;
import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Quota;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operator's API as the edge sees it: a path that is claimed whatever credential comes with it, but no host. */
@Singleton
class AdminDialect implements Dialect {

    /** The room's name, which is also the first segment of its paths. */
    static final String ID = "admin";

    /** The version of the API, which all its paths begin with. */
    static final String ROOT = "/" + ID + "/v1";

    private static final Pattern IMPORT = Pattern.compile(ROOT + "/accounts/[^/;]+" + ImportResource.IMPORT);

    /** Before the dialects, whose credentials say nothing here. */
    private static final int PRIORITY = 1_000;

    private final AdminToken token;
    private final AdminGate gate;
    private final Instance<Routes> routes;

    /**
     * @param routes asked when one is needed, as they are those of resources that know all dialects
     */
    AdminDialect(AdminToken token, AdminGate gate, Instance<Routes> routes) {
        this.token = token;
        this.gate = gate;
        this.routes = routes;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(RequestHead head) {
        String path = head.path();
        boolean ours = path.startsWith(ROOT) && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
        return ours && token.isSet() ? Claim.BY_CREDENTIAL : Claim.NONE;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    /** The room's name is part of the path already. */
    @Override
    public String route(RequestHead head) {
        return head.path().substring(ID.length() + 1);
    }

    @Override
    public boolean admittedByHead() {
        return false;
    }

    @Override
    public Uni<Void> examine(RequestHead head) {
        return gate.examine(head);
    }

    /** An import is read as it comes, however long it is. */
    @Override
    public boolean streams(RequestHead head) {
        return head.method().equals("POST") && IMPORT.matcher(head.path()).matches();
    }

    @Override
    public @Nullable Credential credential(RequestHead head) {
        return null;
    }

    @Override
    public @Nullable String accountName(RequestHead head) {
        return null;
    }

    @Override
    public @Nullable Quota quota(Principal principal, RequestHead head) {
        return null;
    }

    @Override
    public Answer render(Failure failure, RequestHead head) {
        Answer answer = Problem.answer(failure);
        return failure.kind() == Kind.METHOD_NOT_ALLOWED
                ? answer.with("Allow", routes.get().allowed(head.path()))
                : answer;
    }
}
