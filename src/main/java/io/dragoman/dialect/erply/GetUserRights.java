package io.dragoman.dialect.erply;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.Permission;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserQuery;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code getUserRights}: users with all their rights, or the caller with his (erply.md 3.2). */
@ApplicationScoped
class GetUserRights implements ErplyCall {

    private static final String CURRENT = "getCurrentUser";
    private static final String USER = "userID";

    private final UserDirectory directory;

    GetUserRights(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "getUserRights";
    }

    @Override
    public Set<String> reads() {
        return Set.of(CURRENT, USER);
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        ErplyParams params = asked.params();
        if (!params.text(CURRENT).trim().equals("1")) {
            asked.requireAny(Permission.USERS_VIEW);
        }
        Long userId = params.integer(USER);
        boolean current = params.isOn(CURRENT);
        if (current && userId != null) {
            throw Refusal.of(ErplyCode.INCONSISTENT, USER);
        }
        if (current) {
            return Uni.createFrom().item(Reply.one(UserRights.of(asked.user())));
        }
        PageRequest page = Paging.of(params);
        return userId == null || page.offset() > 0 ? listed(asked, userId, page) : single(asked, userId);
    }

    private Uni<Reply> listed(Asked asked, @Nullable Long userId, PageRequest page) {
        UserQuery all = UserQuery.in(ErplyDialect.ID, page);
        UserQuery query = userId == null ? all : all.where(Criterion.is(UserField.NUMBER, userId));
        return directory.find(asked.caller(), query).map(found -> Reply.page(found, UserRights::of));
    }

    /** Who is asked for alone is found by his number, and nobody is an empty list. */
    private Uni<Reply> single(Asked asked, long userId) {
        return directory
                .get(asked.caller(), ErplyDialect.ID, userId)
                .map(user -> Reply.one(UserRights.of(user)))
                .onFailure(GetUserRights::isNobody)
                .recoverWithItem(() -> Reply.of(List.of()));
    }

    private static boolean isNobody(Throwable failure) {
        return failure instanceof FacadeException known && known.failure().kind() == Kind.NOT_FOUND;
    }
}
