package io.dragoman.dialect.erply;

import io.dragoman.directory.Permission;
import io.dragoman.directory.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** {@code getEmployees}: staff by their employee numbers, with their user accounts (erply.md 3.5). */
@ApplicationScoped
class GetEmployees implements ErplyCall {

    private final UserDirectory directory;

    GetEmployees(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "getEmployees";
    }

    @Override
    public Set<String> reads() {
        return EmployeeQuery.PARAMETERS;
    }

    @Override
    public Uni<Reply> answer(Asked asked) {
        asked.requireAny(Permission.USERS_VIEW);
        ErplyParams params = asked.params();
        boolean products = params.isOn("getProductInfo");
        boolean detail = params.scalar("responseMode").equals("detail");
        if (EmployeeQuery.asksForTheUnknown(params)) {
            return Uni.createFrom().item(Reply.of(List.of()));
        }
        return directory
                .find(asked.caller(), EmployeeQuery.of(params))
                .map(page -> Reply.page(page, user -> EmployeeRecord.of(user, products, detail)));
    }
}
