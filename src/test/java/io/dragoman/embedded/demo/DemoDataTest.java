package io.dragoman.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.account.Argon2;
import io.dragoman.account.KeyedHash;
import io.dragoman.account.PasswordText;
import io.dragoman.directory.PasswordHash;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against demo-data.md. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class DemoDataTest {

    private static final String OF_ACCOUNT = " from %s join account on account.id = account_id where account.name = ?";

    private static FreshDatabase database;

    @BeforeAll
    static void load() throws SQLException {
        database = new FreshDatabase();
        database.loader().load();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"acme, 6, 2, 10", "globex, 250, 1000, 3", "initech, 1, 0, 1"})
    void each_account_has_its_people_and_keys(String account, String staff, String customers, String keys) {
        assertThat(count("person", account, "kind = 'STAFF'")).isEqualTo(staff);
        assertThat(count("person", account, "kind = 'CUSTOMER'")).isEqualTo(customers);
        assertThat(count("membership", account, "status = 'ACTIVE'")).isEqualTo(staff);
        assertThat(count("api_key", account, "true")).isEqualTo(keys);
        assertThat(count("person", account, "root")).isEqualTo("1");
    }

    @Test
    void the_people_of_acme_are_those_of_the_sources() {
        List<String> people = database.directory().rows("""
                select login, (select string_agg(system || number, ' ' order by system) from person_number n
                               where n.account_id = person.account_id and person_id = person.id),
                       first_name, last_name, email, salutation, phone, locale, person.time_zone, company_number,
                       company_text, active, admin, root, packing_station, employee_number, max_discount, role.name,
                       extract(epoch from person.created)::bigint, extract(epoch from person.updated)::bigint,
                       extract(epoch from last_login)::bigint, person.created_by, person.updated_by
                from person join account on account.id = person.account_id and account.name = 'acme'
                left join role on role.account_id = account.id and role.id = primary_role
                order by person.created, login""");

        assertThat(people)
                .containsExactly(
                        "admin billomat3 cscart1 erply1 picqer425 John Doe admin@example.com MR  en_US Europe/Amsterdam"
                                + " 0 Your company t t t null 1 100 Management 1112556008 1641801600 1706772600 admin"
                                + " admin",
                        "customer cscart3 Customer Customer customer@example.com  +1 555 0100 en_US UTC 1 Simtech t f f"
                                + " null null 0 null 1116709280 1116709280 null admin admin",
                        "simon billomat1 cscart5 erply7 picqer424 Simon Stücher info@example.com MR  de_DE"
                                + " Europe/Brussels 0  t f f null 3 100 Management 1197544320 1589552526 null admin"
                                + " admin",
                        "stephan billomat2 cscart2 erply6 picqer423 Stephan Groen demo@example.com MR  nl_NL"
                                + " Europe/Amsterdam 0  t t f 2491 2 100 Management 1387457233 1437732680 1687601480"
                                + " admin admin",
                        "user_4 cscart4 Zoë Ångström zoe@example.net   en_US UTC 1 A/S Nordic t f f null null 0 null"
                                + " 1470009600 1470009600 null admin admin",
                        "bob billomat5 cscart7 erply9 picqer427 Bob Other bob@other.org MR  en_GB Europe/London 0  f f"
                                + " f null 5 0 Sales 1525496705 1614740583 1609457400 admin admin",
                        "mia billomat4 cscart6 erply8 picqer426 Mia Jansen mia@example.com MRS  nl_NL Europe/Amsterdam"
                                + " 0  t f f null 4 0 Warehouse 1549011600 1549011600 null admin admin",
                        "sara billomat6 cscart8 erply10 picqer428 Sara Lee sara@example.com MRS  en_US"
                                + " Europe/Amsterdam 0  t f f null 6 15 Sales 1592215200 1592215200 null admin admin");
    }

    @Test
    void the_people_of_globex_are_numbered() {
        String sql = """
                select login, last_name, email, employee_number, active, admin, root, max_discount, person.created,
                       (select string_agg(system || number, ' ' order by system) from person_number n
                        where n.account_id = person.account_id and person_id = person.id)
                from person where login = ?""";
        assertThat(database.directory().one(sql, "staff250"))
                .startsWith("staff250 Number250 staff250@globex.example 250 f f f 100 2020-01-11 10:00:00+00")
                .endsWith(" billomat250 cscart250 erply250 picqer250");
        assertThat(database.directory().one(sql, "staff001")).contains(" 1 t t t 100 ");
        assertThat(database.directory().one(sql, "customer0999"))
                .startsWith("customer0999 Number0999 customer0999@globex.example null t f f 0 2021-01-01 16:39:00+00")
                .endsWith(" cscart1999");
        assertThat(count("person", "globex", "not active")).isEqualTo("150");
    }

    @Test
    void accounts_have_their_names_quotas_places_and_default_roles() {
        assertThat(database.directory().rows("""
                select account.name, account.time_zone, role.name,
                       (select string_agg(system || '=' || n.name, ' ' order by system) from account_name n
                        where account_id = account.id),
                       (select string_agg(system || '=' || quota, ' ') from account_quota where account_id = account.id),
                       (select string_agg(number || c.name, ' ') from company c where account_id = account.id),
                       (select string_agg(number::text, ' ' order by number) from warehouse
                        where account_id = account.id)
                from account join role on account_id = account.id and role.id = default_role order by 1"""))
                .containsExactly(
                        "acme Europe/Amsterdam Sales billomat=acme cscart=shop.acme.example erply=100001 picqer=acme"
                                + " erply=1000000 1Simtech 1 2",
                        "globex UTC Operators billomat=globex cscart=shop.globex.example erply=200002 picqer=globex"
                                + " erply=1000000 null null",
                        "initech UTC Operators billomat=initech cscart=shop.initech.example erply=300003"
                                + " picqer=initech erply=5 null null");
    }

    @Test
    void roles_have_their_numbers_and_permissions() {
        assertThat(database.directory().rows("""
                select account.name, role.name, cardinality(permissions),
                       (select string_agg(system || number, ' ' order by system) from role_number n
                        where n.account_id = account.id and role_id = role.id)
                from role join account on account.id = account_id order by 1, 2"""))
                .containsExactly(
                        "acme Management 104 billomat7 cscart4 erply1",
                        "acme Sales 15 billomat9 cscart6 erply3",
                        "acme Warehouse 10 billomat8 cscart5 erply2",
                        "globex Operators 104 billomat1 cscart4 erply1",
                        "initech Operators 104 billomat1 cscart4 erply1");
    }

    @ParameterizedTest
    @CsvSource({
        "acme, person picqer 428; person billomat 6; person erply 10; person cscart 8; role billomat 9; role erply 3;"
                + " role cscart 6; employee  6; link  6",
        "globex, person picqer 250; person billomat 250; person erply 250; person cscart 2000; role billomat 1;"
                + " role erply 1; role cscart 4; employee  250; link  250",
        "initech, person picqer 1; person billomat 1; person erply 1; person cscart 1; role billomat 1; role erply 1;"
                + " role cscart 4; employee  1; link  1"
    })
    void counters_stand_at_the_highest_numbers(String account, String counters) {
        assertThat(database.directory().rows("select subject, system, last" + OF_ACCOUNT.formatted("counter"), account))
                .containsExactlyInAnyOrder(counters.split("; ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "admin, demo-admin-1",
        "stephan, demo-stephan-1",
        "sara, demo-sara-1",
        "bob, demo-bob-1",
        "staff001, demo-staff-1",
        "peter, demo-peter-1"
    })
    void passwords_are_right(String login, String password) {
        PasswordHash stored =
                new PasswordHash(database.directory().one("select password from person where login = ?", login));

        assertThat(Argon2.matches(stored, PasswordText.ofPlain(password))).isTrue();
    }

    @Test
    void nobody_else_has_a_password_or_a_pin() {
        assertThat(database.directory().one("select count(password), count(pin) from person"))
                .isEqualTo("6 2");
    }

    @Test
    void keys_and_pins_are_kept_under_the_shared_secret() {
        KeyedHash pepper = new KeyedHash(database.directory().bytes("select value from secret where name = 'pepper'"));

        assertHashes(pepper);
    }

    @Test
    void keys_have_their_quotas_and_the_revoked_ones_are_revoked() {
        assertThat(database.directory()
                        .rows("select system, login, hint, quota, revoked is not null"
                                + " from api_key join person on person.id = person_id order by 1, 2, 4, 3"))
                .contains(
                        "picqer stephan -key 5 f",
                        "picqer stephan -key 1000000 f",
                        "picqer stephan -key null t",
                        "billomat stephan -key null t",
                        "billomat simon -key 5 f",
                        "cscart mia -key null f",
                        "cscart staff001 -key 1000000 f",
                        "picqer peter -key 5 f");
    }

    @Test
    void simons_avatar_is_red_and_blue() throws IOException {
        BufferedImage avatar = ImageIO.read(new ByteArrayInputStream(database.directory()
                .bytes("select bytes from avatar join person on person.id = person_id"
                        + " where login = 'simon' and media_type = 'image/png' and width = 120 and height = 80")));

        assertThat(avatar.getWidth()).isEqualTo(120);
        assertThat(avatar.getHeight()).isEqualTo(80);
        assertThat(avatar.getRGB(0, 0)).isEqualTo(0xFFFF0000);
        assertThat(avatar.getRGB(59, 79)).isEqualTo(0xFFFF0000);
        assertThat(avatar.getRGB(60, 0)).isEqualTo(0xFF0000FF);
        assertThat(avatar.getRGB(119, 79)).isEqualTo(0xFF0000FF);
    }

    @Test
    void texts_are_folded_beside_themselves() {
        assertThat(database.directory()
                        .one("select folded_first_name, folded_last_name, folded_company_text from person"
                                + " where login = 'user_4'"))
                .isEqualTo("zoë ångström a/s nordic");
    }

    private static void assertHashes(KeyedHash pepper) {
        assertThat(database.directory()
                        .rows(
                                "select system from api_key where hash = ? order by 1",
                                pepper.hex("key", "acme-revoked-key")))
                .containsExactly("billomat", "picqer");
        assertThat(database.directory()
                        .rows("select login from person where pin = ?", pepper.hex("pin:" + acme(), "240613")))
                .containsExactly("stephan");
        assertThat(database.directory()
                        .rows("select login from person where pin = ?", pepper.hex("pin:" + acme(), "123456")))
                .containsExactly("sara");
    }

    private static String acme() {
        return database.directory().one("select id from account where name = 'acme'");
    }

    private static String count(String table, String account, String condition) {
        return database.directory().one("select count(*)" + OF_ACCOUNT.formatted(table) + " and " + condition, account);
    }
}
