package io.dragoman.edge;

import io.dragoman.account.Principal;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the facade: its head, whose it is, who sent it and its body.
 *
 * <p>A resource gets it with {@link #of} from the routing context. Not shared between threads.
 */
public final class Exchange {

    private static final String KEY = Exchange.class.getName();
    private static final byte[] EMPTY = {};

    private final RoutingContext context;
    private final RequestHead head;
    private final Dialect dialect;
    private @Nullable Principal principal;
    private byte[] body = EMPTY;

    private Exchange(RoutingContext context, RequestHead head, Dialect dialect) {
        this.context = context;
        this.head = head;
        this.dialect = dialect;
    }

    /** The exchange of a request that a dialect has claimed. */
    public static Exchange of(RoutingContext context) {
        return Objects.requireNonNull(find(context), "no dialect has claimed this request");
    }

    static @Nullable Exchange find(RoutingContext context) {
        return context.get(KEY);
    }

    static Exchange begin(RoutingContext context, RequestHead head, Dialect dialect) {
        Exchange exchange = new Exchange(context, head, dialect);
        context.put(KEY, exchange);
        return exchange;
    }

    public RequestHead head() {
        return head;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Who sent the request, where the edge admits the dialect's callers. */
    public Principal principal() {
        return Objects.requireNonNull(principal, "the caller was not admitted");
    }

    /** The body, empty where there is none; not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Adds headers that every answer to the request carries, failures too. */
    public void answerWith(Map<String, String> headers) {
        headers.forEach(context.response().headers()::set);
    }

    /** Does something once the request is answered, or its connection is gone. */
    void whenAnswered(Runnable next) {
        context.addEndHandler(ended -> next.run());
    }

    void admitted(Principal admitted) {
        this.principal = admitted;
    }

    void received(byte[] received) {
        this.body = received;
    }
}
