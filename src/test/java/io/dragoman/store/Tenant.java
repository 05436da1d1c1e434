package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Attribute;
import io.dragoman.directory.Caller;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Vocabulary;
import java.util.UUID;

/** An account of a test's own, with a default role, and somebody who does things in it. */
record Tenant(AccountId account, RoleId defaultRole, Caller caller) {

    static Caller caller(AccountId account, String system) {
        return new Caller(account, new UserId(UUID.randomUUID()), "operator", true, Vocabulary.ALL, system);
    }

    Caller in(String system) {
        return caller(account, system);
    }

    static UserChange staff(String login) {
        return UserChange.NONE.with(Attribute.LOGIN, login);
    }

    static UserChange customer(String login) {
        return staff(login).with(Attribute.KIND, UserKind.CUSTOMER);
    }
}
