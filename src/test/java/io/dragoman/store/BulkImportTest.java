package io.dragoman.store;

import static io.dragoman.store.Bulk.customer;
import static io.dragoman.store.Bulk.staff;
import static io.dragoman.store.Tenants.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Page;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.UserQuery;
import io.dragoman.directory.UserStore;
import io.dragoman.directory.bulk.ImportMode;
import io.dragoman.directory.bulk.Line;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.Outcome;
import io.dragoman.directory.bulk.PeopleImport;
import io.dragoman.directory.bulk.RoleName;
import io.dragoman.failure.Failure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of lines, in the database. */
@QuarkusTest
class BulkImportTest {

    @Inject
    PeopleImport imports;

    @Inject
    UserStore users;

    @Inject
    Tenants tenants;

    Tenant tenant;
    Bulk bulk;

    @BeforeEach
    void makeAccount() {
        tenant = tenants.create();
        bulk = Bulk.into(tenant, imports);
    }

    @Test
    void one_person_out_of_the_files_of_four_systems_has_four_numbers() {
        bulk.run(staff("ann").email("ann@example.com").number("picqer", 101));
        Bulk byEmail = bulk.by(Bulk.EMAIL);

        List<LineResult> results = new ArrayList<>();
        results.addAll(byEmail.run(new Bulk.LineMaker().email("Ann@Example.com").number("billomat", 7)));
        results.addAll(byEmail.run(new Bulk.LineMaker().email("ann@example.com").number("erply", 8)));
        results.addAll(byEmail.run(new Bulk.LineMaker().email("ann@example.com").number("cscart", 9)));

        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.UPDATED);
        assertThat(person("billomat", 7).numbers().bySystem())
                .isEqualTo(Map.of("picqer", 101L, "billomat", 7L, "erply", 8L, "cscart", 9L));
    }

    @Test
    void the_same_import_again_changes_nothing_and_writes_nothing() {
        Bulk.LineMaker line = staff("ann")
                .email("ann@example.com")
                .number("picqer", 1)
                .with(LineField.FIRST_NAME, "Ann")
                .with(LineField.EMPLOYEE_NUMBER, 4L)
                .with(LineField.CREATED, Instant.parse("2020-02-02T02:02:02.123456789Z"))
                .with(LineField.PIN, new PinHash("aa"))
                .key("picqer", "k" + tenant.account().value())
                .password("$argon2id$one")
                .links(new LineLink(RoleName.of("Operators"), LinkStatus.ACTIVE, 77L));
        bulk.run(line);
        long entries = entries();

        List<LineResult> again = bulk.run(line);

        assertThat(again).extracting(LineResult::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(entries()).isEqualTo(entries);
        assertThat(person("picqer", 1).version()).isZero();
    }

    @Test
    void a_list_counts_those_who_were_taken_in_and_finds_them() {
        bulk.run(IntStream.rangeClosed(1, 50)
                .mapToObj(i -> customer("c" + i).number("cscart", i))
                .toArray(Bulk.LineMaker[]::new));

        Page<User> page = await(users.find(tenant.account(), UserQuery.in("cscart", PageRequest.at(45, 10))));

        assertThat(page.total()).isEqualTo(50);
        assertThat(page.items()).hasSize(5);
    }

    /** An import may leave out the database's own checks, and with them whatever else is not said to be done always. */
    @Test
    void whatever_a_change_is_to_do_beside_it_does_in_an_import_too() {
        List<String> left =
                tenants.sql("select tgname from pg_trigger where not tgisinternal and tgenabled <> 'A'").stream()
                        .map(row -> row.getString(0))
                        .toList();

        assertThat(left).isEmpty();
    }

    @Test
    void only_what_a_line_gives_is_changed() {
        bulk.run(customer("c")
                .number("cscart", 5)
                .with(LineField.FIRST_NAME, "A")
                .with(LineField.PHONE, "1"));

        bulk.run(new Bulk.LineMaker().number("cscart", 5).with(LineField.FIRST_NAME, "B"));

        User person = person("cscart", 5);
        assertThat(person.profile().firstName()).isEqualTo("B");
        assertThat(person.profile().phone()).isEqualTo("1");
        assertThat(person.audit().updatedBy()).isEqualTo("operator");
    }

    @Test
    void who_has_the_number_already_is_not_guessed_at() {
        bulk.run(customer("a").email("a@example.com").number("cscart", 1));
        bulk.run(customer("b").email("b@example.com").number("cscart", 2));

        List<LineResult> results = bulk.by(Bulk.EMAIL)
                .run(
                        new Bulk.LineMaker().email("a@example.com").number("cscart", 2),
                        new Bulk.LineMaker().email("a@example.com").number("cscart", 3),
                        customer("c").email("c@example.com").number("cscart", 1));

        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.CONFLICT);
        assertThat(results).extracting(BulkImportTest::field).containsOnly("numbers/cscart");
    }

    @Test
    void values_of_somebody_else_are_conflicts_and_the_rest_of_the_batch_is_written() {
        bulk.run(staff("a")
                .email("a@example.com")
                .number("picqer", 1)
                .with(LineField.EMPLOYEE_NUMBER, 1L)
                .with(LineField.PIN, new PinHash("aa"))
                .key("picqer", "k" + tenant.account().value()));

        List<LineResult> results = bulk.run(
                staff("b").email("A@example.com").number("picqer", 2),
                staff("A").number("picqer", 3),
                staff("d").number("picqer", 4).with(LineField.EMPLOYEE_NUMBER, 1L),
                staff("e").number("picqer", 5).with(LineField.PIN, new PinHash("aa")),
                staff("f")
                        .number("picqer", 6)
                        .key("picqer", "k" + tenant.account().value()),
                staff("g").number("picqer", 7));

        assertThat(results)
                .extracting(BulkImportTest::field)
                .containsExactly("email", "login", "employeeNumber", "pin", "keys", "");
        assertThat(results.get(5).outcome()).isEqualTo(Outcome.INSERTED);
        assertThat(person("picqer", 7).login()).isEqualTo("g");
    }

    @Test
    void a_line_that_means_two_people_is_a_conflict() {
        bulk.run(customer("a").number("cscart", 1), customer("b").number("picqer", 1));

        List<LineResult> results =
                bulk.run(new Bulk.LineMaker().number("cscart", 1).number("picqer", 1));

        assertThat(results).extracting(LineResult::outcome).containsExactly(Outcome.CONFLICT);
    }

    @Test
    void another_kind_another_number_and_an_unknown_role_are_conflicts() {
        bulk.run(customer("a").number("cscart", 1).number("picqer", 1));

        List<LineResult> results = bulk.run(
                staff("a").number("cscart", 1),
                new Bulk.LineMaker().number("cscart", 1).role("Nobodies"),
                customer("n").number("cscart", 9).role("Nobodies"),
                new Bulk.LineMaker().number("cscart", 1).number("picqer", 2));

        assertThat(results).extracting(BulkImportTest::field).containsExactly("kind", "role", "role", "numbers/picqer");
        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.CONFLICT);
    }

    @Test
    void lines_that_break_a_rule_are_told_in_their_place() {
        List<LineResult> results = bulk.run(
                customer("a").number("cscart", 1),
                customer("b").number("cscart", 0),
                customer("c").with(LineField.MAX_DISCOUNT, 101),
                customer("d").with(LineField.TIME_ZONE, "Mars/Base"),
                customer("e").with(LineField.FIRST_NAME, "x".repeat(256)),
                customer("f\0"),
                new Bulk.LineMaker().with(LineField.FIRST_NAME, "Nobody"),
                customer("h").number("cscart", 8));

        assertThat(results).extracting(LineResult::line).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(results)
                .extracting(BulkImportTest::field)
                .containsExactly("", "numbers/cscart", "maxDiscount", "timeZone", "firstName", "login", "", "");
        assertThat(results.subList(1, 7)).extracting(LineResult::outcome).containsOnly(Outcome.INVALID);
        assertThat(results.get(7).outcome()).isEqualTo(Outcome.INSERTED);
    }

    @Test
    void lines_of_one_batch_that_speak_of_one_person_are_taken_in_their_order() {
        List<LineResult> results = bulk.by(Bulk.EMAIL)
                .run(
                        customer("a").email("a@example.com").number("cscart", 1),
                        new Bulk.LineMaker()
                                .email("a@example.com")
                                .number("picqer", 2)
                                .with(LineField.PHONE, "1"),
                        new Bulk.LineMaker().email("A@example.com").with(LineField.PHONE, "2"));

        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(Outcome.INSERTED, Outcome.UPDATED, Outcome.UPDATED);
        assertThat(person("picqer", 2).profile().phone()).isEqualTo("2");
    }

    @Test
    void batches_that_mean_one_person_by_different_numbers_are_taken_in_their_order() {
        bulk.run(customer("a").number("cscart", 1).number("picqer", 2));
        List<List<Line>> batches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Bulk.LineMaker line = new Bulk.LineMaker().with(LineField.PHONE, "p" + i);
            batches.add(List.of((i % 2 == 0 ? line.number("cscart", 1) : line.number("picqer", 2)).at(i + 1)));
        }

        List<LineResult> results = bulk.run(batches);

        assertThat(results).extracting(LineResult::outcome).containsOnly(Outcome.UPDATED);
        assertThat(person("cscart", 1).profile().phone()).isEqualTo("p19");
    }

    /** After batches of new people the next ones are taken for new too, until that proves wrong. */
    @Test
    void batches_of_new_people_may_be_followed_by_any_others() {
        bulk.run(customer("a").number("cscart", 1));
        tenants.sql(
                "update account set default_role = null where id = $1",
                tenant.account().value());

        List<LineResult> results = bulk.run(List.of(
                Bulk.numbered(List.of(customer("b").number("cscart", 2)), 1),
                Bulk.numbered(List.of(customer("c").number("cscart", 3)), 2),
                // As somebody new he would be staff without a role.
                Bulk.numbered(List.of(new Bulk.LineMaker().number("cscart", 1).with(LineField.PHONE, "1")), 3),
                Bulk.numbered(List.of(customer("d").number("cscart", 4)), 4),
                Bulk.numbered(List.of(customer("e").number("cscart", 5)), 5),
                Bulk.numbered(List.of(customer("f").number("cscart", 6)), 6),
                Bulk.numbered(List.of(customer("g").number("cscart", 7), customer("B")), 7)));

        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(
                        Outcome.INSERTED,
                        Outcome.INSERTED,
                        Outcome.UPDATED,
                        Outcome.INSERTED,
                        Outcome.INSERTED,
                        Outcome.INSERTED,
                        Outcome.INSERTED,
                        Outcome.CONFLICT);
        assertThat(person("cscart", 1).profile().phone()).isEqualTo("1");
    }

    @Test
    void validating_says_what_would_be_done_and_does_nothing() {
        bulk.run(customer("a").number("cscart", 1));

        List<LineResult> results = bulk.mode(ImportMode.VALIDATE)
                .run(
                        customer("b").number("cscart", 2),
                        new Bulk.LineMaker().number("cscart", 1).email("a@example.com"));

        assertThat(results).extracting(LineResult::outcome).containsExactly(Outcome.INSERTED, Outcome.UPDATED);
        assertThat(await(users.get(tenant.account(), "cscart", 2))).isEmpty();
        assertThat(person("cscart", 1).profile().email()).isEmpty();
    }

    @Test
    void inserting_leaves_alone_who_is_there() {
        bulk.run(customer("a").number("cscart", 1));

        List<LineResult> results = bulk.mode(ImportMode.INSERT)
                .run(
                        customer("a").number("cscart", 1),
                        new Bulk.LineMaker().number("cscart", 1).with(LineField.PHONE, "1"),
                        customer("b").number("cscart", 2));

        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.CONFLICT, Outcome.INSERTED);
    }

    @Test
    void whoever_comes_later_gets_numbers_above_the_imported_ones() {
        bulk.run(staff("a")
                .number("picqer", 500)
                .number("billomat", 600)
                .with(LineField.EMPLOYEE_NUMBER, 700L)
                .links(new LineLink(RoleName.of("Operators"), LinkStatus.ACTIVE, 800L)));
        tenants.sql("delete from person where account_id = $1", tenant.account().value());

        User later = await(users.create(Tenant.staff("b"), tenant.caller()));

        assertThat(later.numbers().in("picqer")).isEqualTo(501);
        assertThat(later.numbers().in("billomat")).isEqualTo(601);
        assertThat(later.position().employeeNumber()).isEqualTo(701);
        assertThat(later.links()).extracting(RoleLink::number).containsExactly(801L);
    }

    @Test
    void numbers_that_are_missing_are_given_out_where_that_is_asked_for() {
        bulk.run(staff("a").number("picqer", 500));

        bulk.assign("picqer", "erply", "employee")
                .run(staff("b").number("erply", 9), staff("c").number("erply", 20));

        User person = person("erply", 9);
        assertThat(person.numbers().in("picqer")).isEqualTo(501);
        assertThat(person.numbers().in("billomat")).isNull();
        assertThat(person.position().employeeNumber()).isEqualTo(1);
        assertThat(person("erply", 20).numbers().in("picqer")).isEqualTo(502);
    }

    @Test
    void numbers_that_are_given_out_are_none_that_the_same_lines_bring() {
        bulk.assign("picqer")
                .run(
                        staff("a").number("picqer", 1).number("erply", 1),
                        staff("b").number("erply", 2));

        assertThat(person("erply", 1).numbers().in("picqer")).isEqualTo(1);
        assertThat(person("erply", 2).numbers().in("picqer")).isEqualTo(2);
    }

    @Test
    void staff_without_a_role_get_the_accounts_and_a_role_moves_with_its_link() {
        tenants.sql(
                "insert into role (account_id, id, name, folded_name, created, created_by, updated, updated_by)"
                        + " values ($1, gen_random_uuid(), 'Sales', 'sales', now(), 'x', now(), 'x')",
                tenant.account().value());
        bulk.run(staff("a").number("picqer", 1));
        assertThat(person("picqer", 1).primaryRole())
                .extracting(RoleLink::roleName)
                .isEqualTo("Operators");

        bulk.run(new Bulk.LineMaker().number("picqer", 1).role("Sales"));

        assertThat(person("picqer", 1).links()).extracting(RoleLink::roleName).containsExactly("Sales");
    }

    @Test
    void a_new_password_makes_old_sessions_invalid_and_the_same_one_does_not() {
        bulk.run(customer("a").number("cscart", 1).password("$argon2id$one"));
        bulk.run(new Bulk.LineMaker().number("cscart", 1).password("$argon2id$one"));
        int before = person("cscart", 1).credentialVersion();

        bulk.run(new Bulk.LineMaker().number("cscart", 1).password("$argon2id$two"));

        assertThat(person("cscart", 1).credentialVersion()).isEqualTo(before + 1);
    }

    @Test
    void each_person_is_written_down_with_the_line_and_what_it_changed() {
        bulk.run(customer("a").number("cscart", 1));
        bulk.run(new Bulk.LineMaker()
                .number("cscart", 1)
                .with(LineField.PHONE, "1")
                .with(LineField.LOGIN, "a"));

        List<String> entries = tenants
                .sql(
                        "select action || ' ' || system || ' ' || changes::text from change_log where account_id = $1"
                                + " and subject = 'person' order by id",
                        tenant.account().value())
                .stream()
                .map(row -> row.getString(0))
                .toList();

        assertThat(entries)
                .containsExactly("create admin {\"line\": 1}", "change admin {\"line\": 1, \"fields\": [\"phone\"]}");
    }

    @Test
    void two_imports_of_the_same_people_at_once_leave_each_of_them_once() {
        List<List<Line>> batches = IntStream.range(0, 10)
                .mapToObj(batch -> IntStream.range(0, 50)
                        .<Line>mapToObj(i -> staff("s" + (batch * 50 + i))
                                .email("s" + (batch * 50 + i) + "@example.com")
                                .number("picqer", batch * 50L + i + 1)
                                .at(batch * 50L + i + 1))
                        .toList())
                .toList();

        List<LineResult> results = Stream.of(batches, batches)
                .parallel()
                .flatMap(each -> bulk.run(each).stream())
                .toList();

        assertThat(results).extracting(LineResult::outcome).doesNotContain(Outcome.CONFLICT, Outcome.INVALID);
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.INSERTED)
                .hasSize(500);
        assertThat(tenants.count(
                        "select count(*) from person where account_id = $1",
                        tenant.account().value()))
                .isEqualTo(500);
    }

    @Test
    void somebody_who_is_given_no_login_is_called_by_his_email_or_number() {
        bulk.run(
                new Bulk.LineMaker()
                        .with(LineField.KIND, UserKind.CUSTOMER)
                        .email("m@example.com")
                        .number("cscart", 1),
                new Bulk.LineMaker().with(LineField.KIND, UserKind.CUSTOMER).number("cscart", 2));

        assertThat(person("cscart", 1).login()).isEqualTo("m@example.com");
        assertThat(person("cscart", 2).login()).isEqualTo("user_2");
    }

    @Test
    void a_number_that_somebody_takes_meanwhile_is_a_conflict_not_an_end() {
        User other = await(users.create(
                UserChange.NONE.with(Attribute.LOGIN, "other").with(Attribute.KIND, UserKind.CUSTOMER),
                tenant.caller()));

        List<LineResult> results = bulk.by(Bulk.EMAIL)
                .run(customer("mine")
                        .email("mine@example.com")
                        .number("cscart", other.numbers().known("cscart")));

        assertThat(results).extracting(BulkImportTest::field).containsExactly("numbers/cscart");
    }

    private User person(String system, long number) {
        return await(users.get(tenant.account(), system, number)).orElseThrow();
    }

    private long entries() {
        return tenants.count(
                "select count(*) from change_log where account_id = $1",
                tenant.account().value());
    }

    private static String field(LineResult result) {
        Failure failure = result.failure();
        return failure == null ? "" : Objects.requireNonNullElse(failure.field(), "");
    }
}
