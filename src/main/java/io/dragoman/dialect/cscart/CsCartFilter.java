package io.dragoman.dialect.cscart;

import io.dragoman.directory.Criterion;
import io.dragoman.directory.UserField;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.UserQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Narrows a list to what the parameters of a request ask for (cscart.md 5). */
final class CsCartFilter {

    private static final Criterion NOBODY = Criterion.in(UserField.NUMBER, List.of());
    private static final String ANY_GROUP = "-1";

    /** What the directory does not know of anybody. */
    private static final List<String> UNKNOWN = List.of("address", "zipcode", "city", "state", "country");

    private final PhpArray asked;
    private UserQuery query;

    private CsCartFilter(PhpArray asked, UserQuery query) {
        this.asked = asked;
        this.query = query;
    }

    /** The part of a list that is asked for; of a company's users, where it is not null, alone. */
    static UserQuery narrow(UserQuery all, PhpArray asked, @Nullable Long company) {
        CsCartFilter filter = new CsCartFilter(asked, all);
        filter.kinds(company);
        filter.status();
        filter.numbers("user_id", UserField.NUMBER);
        filter.company(company);
        filter.usergroup();
        filter.texts();
        filter.anything();
        filter.unknown();
        return filter.query;
    }

    private void kinds(@Nullable Long company) {
        String type = asked.trimmed("user_type");
        List<UserKind> kinds = type.isEmpty() ? severalKinds() : oneKind(type);
        if (company != null) {
            kinds = kinds.stream().filter(kind -> kind != UserKind.STAFF).toList();
        }
        if (kinds.size() < UserKind.values().length) {
            query = query.where(Criterion.in(UserField.KIND, kinds));
        }
    }

    private static List<UserKind> oneKind(String type) {
        return Stream.ofNullable(CsCartUser.kind(type)).toList();
    }

    private List<UserKind> severalKinds() {
        Set<String> wanted = Set.copyOf(listed("user_types"));
        Set<String> unwanted = Set.copyOf(listed("exclude_user_types"));
        return Stream.of(UserKind.values())
                .filter(kind -> wanted.isEmpty() || wanted.contains(CsCartUser.type(kind)))
                .filter(kind -> !unwanted.contains(CsCartUser.type(kind)))
                .toList();
    }

    private void status() {
        String status = asked.trimmed("status");
        if (!status.isEmpty()) {
            boolean active = status.equals("A");
            query = query.where(active || status.equals("D") ? Criterion.is(UserField.ACTIVE, active) : NOBODY);
        }
    }

    private void numbers(String name, UserField field) {
        List<String> texts = asked.texts(name);
        if (texts.stream().anyMatch(text -> !Php.isEmpty(text))) {
            query = query.where(
                    Criterion.in(field, texts.stream().map(Php::toInt).toList()));
        }
    }

    private void company(@Nullable Long only) {
        String wanted = asked.trimmed("company_id");
        if (only != null) {
            query = query.where(Criterion.is(UserField.COMPANY, only));
        } else if (!wanted.isEmpty()) {
            query = query.where(Criterion.is(UserField.COMPANY, Php.toInt(wanted)));
        }
    }

    /** 0 asks for those in no group. */
    private void usergroup() {
        List<String> groups = asked.texts("usergroup_id").stream()
                .filter(group -> !group.isEmpty() && !group.equals(ANY_GROUP))
                .toList();
        if (!groups.isEmpty()) {
            query = query.where(Criterion.in(
                    UserField.ACTIVE_LINK,
                    groups.stream().filter(Php::isNumeric).map(Php::toInt).toList()));
        }
    }

    /** With {@code compact=Y} login, e-mail address or name have to match, else all that are asked for. */
    private void texts() {
        List<Criterion> accounts = Stream.of(like("user_login", UserField.LOGIN), like("email", UserField.EMAIL))
                .filter(Objects::nonNull)
                .toList();
        List<List<Criterion>> names = names();
        if (!asked.trimmed("compact").equals("Y")) {
            accounts.forEach(this::require);
            names.forEach(this::requireAny);
        } else if (names.isEmpty() && !accounts.isEmpty()) {
            requireAny(accounts);
        } else {
            names.forEach(any -> requireAny(joined(any, accounts)));
        }
        require(like("company", UserField.COMPANY_TEXT));
        require(like("phone", UserField.PHONE));
    }

    /**
     * Two words are first and last name in either order, (f1 ∧ l2) ∨ (f2 ∧ l1), put here as conditions that must all
     * hold; one word or more than two are a part of either.
     */
    private List<List<Criterion>> names() {
        String name = asked.trimmed("name");
        if (name.isEmpty()) {
            return List.of();
        }
        List<String> words = Arrays.stream(name.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() != 2) {
            return List.of(List.of(first(name), last(name)));
        }
        Criterion first1 = first(words.get(0));
        Criterion last1 = last(words.get(0));
        Criterion first2 = first(words.get(1));
        Criterion last2 = last(words.get(1));
        return List.of(List.of(first1, first2), List.of(first1, last1), List.of(last2, first2), List.of(last2, last1));
    }

    /** One text that any of name, e-mail address and phone may hold. */
    private void anything() {
        String extended = asked.text("extended_search");
        String wanted = asked.trimmed("search_query");
        if (extended != null && Php.isEmpty(extended) && !wanted.isEmpty()) {
            requireAny(
                    List.of(first(wanted), last(wanted), part(UserField.EMAIL, wanted), part(UserField.PHONE, wanted)));
        }
    }

    private void unknown() {
        boolean some = UNKNOWN.stream().anyMatch(name -> !asked.trimmed(name).isEmpty());
        String exempt = asked.trimmed("tax_exempt");
        if (some
                || (!exempt.isEmpty() && !exempt.equals("N"))
                || asked.texts("p_ids").stream().anyMatch(text -> !Php.isEmpty(text))) {
            require(NOBODY);
        }
    }

    private List<String> listed(String name) {
        return asked.array(name) == null
                ? List.of()
                : asked.texts(name).stream().filter(text -> !text.isEmpty()).toList();
    }

    private @Nullable Criterion like(String name, UserField field) {
        String wanted = asked.trimmed(name);
        return wanted.isEmpty() ? null : part(field, wanted);
    }

    private void require(@Nullable Criterion criterion) {
        if (criterion != null) {
            query = query.where(criterion);
        }
    }

    private void requireAny(List<Criterion> criteria) {
        query = query.whereAny(criteria);
    }

    private static List<Criterion> joined(List<Criterion> some, List<Criterion> others) {
        List<Criterion> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Criterion first(String wanted) {
        return part(UserField.FIRST_NAME, wanted);
    }

    private static Criterion last(String wanted) {
        return part(UserField.LAST_NAME, wanted);
    }

    /** Percent signs and underscores are wild, as they reach the original's database as they are. */
    private static Criterion part(UserField field, String wanted) {
        return Criterion.like(field, "%" + wanted + "%");
    }
}
