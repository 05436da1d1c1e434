package io.dragoman.bench;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Audit;
import io.dragoman.directory.Company;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Numbers;
import io.dragoman.directory.Page;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Position;
import io.dragoman.directory.Profile;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** People for those who write them. */
final class People {

    private static final RoleLink ROLE = new RoleLink(
            1,
            new RoleId(new UUID(7, 7)),
            new Numbers(Map.of("billomat", 1L, "erply", 1L, "cscart", 1L)),
            "Staff",
            LinkStatus.ACTIVE,
            true);
    private static final Set<Permission> PERMISSIONS = Set.of(
            Permission.of("users:view"), Permission.of("products:view"), Permission.of("customers:view"));

    private People() {}

    static Page<User> page(int size) {
        return new Page<>(IntStream.rangeClosed(1, size).mapToObj(People::person).toList(), 0, 50_000);
    }

    static User person(int number) {
        long n = number;
        Instant created = Instant.ofEpochSecond(1_700_000_000L + number);
        return new User(
                new AccountId(1),
                new UserId(new UUID(1, number)),
                1,
                new Numbers(Map.of("picqer", n, "billomat", n, "erply", n, "cscart", n)),
                UserKind.STAFF,
                "user" + number,
                true,
                false,
                false,
                new Profile(
                        "Anna" + number,
                        "Schmidt" + number,
                        "user" + number + "@staff.example",
                        "",
                        "+49 30 " + number,
                        "en_US",
                        "UTC",
                        "",
                        ""),
                new Position(Company.NONE, null, n, 0, List.of(), false),
                List.of(ROLE),
                PERMISSIONS,
                0,
                new Audit(created, "bench", created, "bench", null));
    }
}
