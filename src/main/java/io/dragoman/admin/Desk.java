package io.dragoman.admin;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserDirectory;
import io.dragoman.directory.UserId;
import io.dragoman.operator.Operator;
import io.dragoman.operator.Person;
import io.dragoman.operator.PersonStore;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds what a path names, and changes people by the directory's rules. */
@ApplicationScoped
class Desk {

    private final TenancyStore accounts;
    private final PersonStore people;
    private final UserDirectory directory;

    Desk(TenancyStore accounts, PersonStore people, UserDirectory directory) {
        this.accounts = accounts;
        this.people = people;
        this.directory = directory;
    }

    /** Fails with NOT_FOUND. */
    Uni<AccountId> account(String name) {
        return accounts.get(name).map(found -> found.map(Tenancy::id).orElseThrow(Call::notFound));
    }

    /** Fails with NOT_FOUND, also for a person of another account. */
    Uni<Person> person(String account, String id) {
        UserId key = new UserId(Call.uuid(id));
        return account(account).chain(found -> person(found, key));
    }

    Uni<Person> person(AccountId account, UserId id) {
        return people.get(account, id).map(found -> found.orElseThrow(Call::notFound));
    }

    /** Makes a person. */
    Uni<Person> create(AccountId account, UserChange initial, Operator by) {
        return directory.create(by.in(account), initial).chain(user -> person(account, user.id()));
    }

    /** Changes a person who is still of the version he was read in. */
    Uni<Person> change(Person former, UserChange change, Operator by) {
        Caller caller = by.in(former.account());
        return directory
                .get(caller, former.id())
                .chain(user -> directory.change(caller, user, change.expecting(former.version())))
                .chain(user -> person(former.account(), user.id()));
    }

    Uni<Void> delete(Person former, Operator by) {
        Caller caller = by.in(former.account());
        return directory.get(caller, former.id()).chain(user -> directory.delete(caller, user, former.version()));
    }
}
