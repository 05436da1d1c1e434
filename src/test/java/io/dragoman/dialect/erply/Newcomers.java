package io.dragoman.dialect.erply;

import io.dragoman.account.AccountStore;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.User;
import io.dragoman.directory.UserStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** People of globex that a test makes for itself, and takes away again. */
@ApplicationScoped
class Newcomers {

    static final String PASSWORD = "Newcomer12";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final UserStore users;
    private final AccountStore accounts;
    private final List<Long> made = new ArrayList<>();

    Newcomers(UserStore users, AccountStore accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** A name nobody has. */
    static String name() {
        return "newcomer-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
    }

    /** Makes somebody by saveUser; gives his number. */
    long make(String name, Object... more) {
        Object[] parameters = new Object[more.length + 6];
        System.arraycopy(new Object[] {"name", name, "userGroupID", 1, "password", PASSWORD}, 0, parameters, 0, 6);
        System.arraycopy(more, 0, parameters, 6, more.length);
        return keep(Erply.callAs("staff001", "saveUser", parameters)
                .at("/records/0/userID")
                .asLong());
    }

    long keep(long number) {
        made.add(number);
        return number;
    }

    User user(long number) {
        return users.get(globex(), "erply", number).await().atMost(PATIENCE).orElseThrow();
    }

    void takeAway() {
        Caller root = Caller.of(user(1), "erply");
        made.forEach(number ->
                users.delete(globex(), user(number).id(), root).await().atMost(PATIENCE));
        made.clear();
    }

    AccountId globex() {
        return accounts.byName("erply", Erply.GLOBEX)
                .await()
                .atMost(PATIENCE)
                .orElseThrow()
                .id();
    }
}
