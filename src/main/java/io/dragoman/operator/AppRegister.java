package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where registered applications are kept, for the operator; an account has few, so lists of them are whole.
 *
 * <p>Every write is one transaction with its change-log entry. Failures: UNAVAILABLE, DUPLICATE (field {@code appId}),
 * NOT_FOUND.
 */
public interface AppRegister {

    Uni<List<RegisteredApp>> list(AccountId account);

    Uni<Void> create(AccountId account, RegisteredApp app, String secretHash, Operator by);

    Uni<Void> delete(AccountId account, String system, String id, Operator by);
}
