package io.dragoman.edge;

import io.dragoman.account.Account;
import io.dragoman.account.Principal;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.observe.Unknown;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
    private final Visit visit;
    private @Nullable Principal principal;
    private byte[] body = EMPTY;
    private Consumer<Answer> keeper = answer -> {};
    private int unread;

    private Exchange(RoutingContext context, RequestHead head, Dialect dialect, Visit visit) {
        this.context = context;
        this.head = head;
        this.dialect = dialect;
        this.visit = visit;
    }

    /** The exchange of a request that a dialect has claimed. */
    public static Exchange of(RoutingContext context) {
        return Objects.requireNonNull(find(context), "no dialect has claimed this request");
    }

    static @Nullable Exchange find(RoutingContext context) {
        return context.get(KEY);
    }

    static Exchange begin(RoutingContext context, RequestHead head, Dialect dialect, Visit visit) {
        Exchange exchange = new Exchange(context, head, dialect, visit);
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

    boolean isAdmitted() {
        return principal != null;
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

    /** What is done, by a name of a closed set: one of {@link Operation}'s kind, never a text of the caller's. */
    public void operation(String name) {
        visit.operation(name);
    }

    String operation() {
        return visit.operation();
    }

    /** An answer that holds nothing but what was asked for: whoever asks the same again may be given it. */
    public Answer kept(Answer answer) {
        keeper.accept(answer);
        return answer;
    }

    void keeping(Consumer<Answer> how) {
        keeper = how;
    }

    /** Parameters that nobody reads. */
    void unread(int number) {
        unread = number;
        unknown(Unknown.PARAMETER, number);
    }

    int unread() {
        return unread;
    }

    /** Whose directory is asked, where the room finds that out itself. */
    public void account(Account account) {
        visit.account(account.name());
    }

    /** A failure that the room has put into words itself. */
    public void failed(Kind kind) {
        visit.failed(kind);
    }

    /** A failure that answers a part of the request; that of a caller leaves the whole a success. */
    public void failedInPart(Kind kind) {
        visit.failedInPart(kind);
    }

    /** Things the caller asks for that are not there. */
    public void unknown(Unknown what, int times) {
        visit.unknown(what, times);
    }

    void decided(boolean granted) {
        visit.decided(granted);
    }

    void admitted(Principal admitted) {
        this.principal = admitted;
        visit.account(admitted.account().name());
    }

    /** A failure in the dialect's words, counted. */
    Answer render(Failure failure) {
        visit.refused(failure.kind());
        return dialect.render(failure, head);
    }

    void received(byte[] received) {
        this.body = received;
    }
}
