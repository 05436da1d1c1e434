package io.dragoman.dialect.erply;

import io.dragoman.account.OpenSession;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import java.util.List;

/** What a client is told of a session and its person: the record of verifyUser, ids as strings (erply.md 3.1). */
final class SessionRecord {

    private static final List<String> GATEWAYS = List.of(
            "cayanGatewayURLs",
            "avalaraGatewayURLs",
            "pusherAuthenticationURLs",
            "strikeIronGatewayURLs",
            "customerRegistryURLs",
            "couponRegistryURLs",
            "transactionRegistryURLs",
            "displayAdManagerURLs",
            "epsiDownloadURLs");

    private SessionRecord() {}

    /** The record up to its identity token; {@code group} is the person's. */
    static Fields of(User user, RoleLink group, OpenSession open, Origin origin) {
        Fields record = Fields.of("userID", text(user.numbers().known(ErplyDialect.ID)))
                .with("userName", user.login())
                .with("employeeID", employeeId(user))
                .with("employeeName", employeeName(user))
                .with("groupID", text(group.role().known(ErplyDialect.ID)))
                .with("groupName", group.roleName())
                .with("ipAddress", origin.address())
                .with("sessionKey", open.token())
                .with("sessionLength", open.session().length().toSeconds())
                .with("isPasswordExpired", false)
                .with("loginUrl", origin.baseUrl())
                .with("berlinPOSVersion", "")
                .with("berlinPOSAssetsURL", "")
                .with("epsiURL", "")
                .with("remindUserToUpdateUsername", 0);
        GATEWAYS.forEach(gateway -> record.with(gateway, List.of()));
        return record;
    }

    private static String employeeId(User user) {
        Long number = user.position().employeeNumber();
        return number == null ? "0" : text(number);
    }

    static String employeeName(User user) {
        return (user.profile().firstName() + " " + user.profile().lastName()).trim();
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
