package io.dragoman.edge;

import io.dragoman.account.Account;
import io.dragoman.account.AppCredential;
import io.dragoman.account.Credential;
import io.dragoman.account.Principal;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import io.dragoman.limit.Allowance;
import io.dragoman.limit.Quota;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One legacy API, as far as the edge must know it; what it answers is in the room's resources.
 *
 * <p>Called on the event loop for each request, so nothing here may wait.
 */
public interface Dialect {

    /** The dialect's name: of its room, its numbers, its keys and its metrics; lower-case letters. */
    String id();

    /** Whether a request is the dialect's, by what its head shows. */
    Claim claim(RequestHead head);

    /** Which of two dialects with equal claims has the request: the one with the higher priority. */
    default int priority() {
        return 0;
    }

    /**
     * The path the room's resources answer the request at, without the room's prefix. Throws a FacadeException where
     * there can be none.
     */
    default String route(RequestHead head) {
        return head.path();
    }

    /** Whether the edge admits callers by their {@link #credential}; otherwise the room calls {@link Admission} itself. */
    default boolean admittedByHead() {
        return true;
    }

    /** What a room that admits callers itself checks before a body is read; fails where the request goes no further. */
    default Uni<Void> examine(RequestHead head) {
        return Uni.createFrom().voidItem();
    }

    /** Whether the room reads the request's body itself, as it comes; the request is then handed on paused. */
    default boolean streams(RequestHead head) {
        return false;
    }

    /** Whether a request is answered whoever sends it, without a credential being looked at. */
    default boolean isOpen(RequestHead head) {
        return false;
    }

    /** What the caller proves himself with, null where the head shows nothing. */
    @Nullable
    Credential credential(RequestHead head);

    /** The application the caller uses, where it shows that it is registered; null where it shows nothing. */
    default @Nullable AppCredential app(RequestHead head) {
        return null;
    }

    /** The account the request was sent to, as the dialect calls it; null where the host names none. */
    @Nullable
    String accountName(RequestHead head);

    /** What the call counts against, null where nothing is counted. */
    @Nullable
    Quota quota(Principal principal, RequestHead head);

    /** What a refused caller is shown the state of, where the host names the account; null for nothing. */
    default @Nullable Quota shownQuota(Account account) {
        return null;
    }

    /**
     * All that the answer to a read depends on beside its caller and the directory, as {@link RequestHead#asked} tells it;
     * null where it depends on more, or the request is no read. Holds no secret.
     */
    default @Nullable String sameness(RequestHead head) {
        return null;
    }

    /** The headers that tell a caller about his quota. */
    default Map<String, String> quotaHeaders(Allowance allowance) {
        return Map.of();
    }

    /** Query parameters that mean something whatever is asked for; those that mean nothing are counted. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** The failure of a request to an account that does not exist. */
    default Failure unknownAccount() {
        return Failure.of(Kind.UNAUTHENTICATED);
    }

    /** A failure in the dialect's words; exhaustive over the kinds, without a default. */
    Answer render(Failure failure, RequestHead head);
}
