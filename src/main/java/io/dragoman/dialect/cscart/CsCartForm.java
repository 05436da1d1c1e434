package io.dragoman.dialect.cscart;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a user that is created or updated, passwords apart (cscart.md 3.5 and 3.6).
 *
 * <p>What is not among CS-Cart's columns, or not the client's to set, is ignored.
 */
final class CsCartForm {

    private static final String EMAIL = "email";
    private static final String USER_TYPE = "user_type";
    private static final String COMPANY_ID = "company_id";
    private static final String STATUS = "status";
    private static final String TIMESTAMP = "timestamp";
    private static final int LONGEST_EMAIL = 254;
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final PhpArray fields;
    private UserChange change = UserChange.NONE;

    private CsCartForm(PhpArray fields) {
        this.fields = fields;
    }

    /** What a new user is made of. Throws INVALID, of several mandatory fields that are missing for the last one. */
    static UserChange ofNew(CsCartCall call) {
        CsCartForm form = new CsCartForm(call.fields());
        form.requireMandatory();
        return form.read(call);
    }

    /** What is to be changed of a user. Throws INVALID. */
    static UserChange ofChange(CsCartCall call) {
        return new CsCartForm(call.fields()).read(call);
    }

    private UserChange read(CsCartCall call) {
        email();
        kind();
        status();
        company(call.company());
        timestamp();
        text("company", Attribute.COMPANY_TEXT);
        named("firstname", Attribute.FIRST_NAME);
        named("lastname", Attribute.LAST_NAME);
        named("phone", Attribute.PHONE);
        login();
        language();
        refuseStaffOfCompany(call.company());
        return change;
    }

    private void requireMandatory() {
        if (!fields.has(COMPANY_ID)) {
            throw CsCartRefusal.required(COMPANY_ID).toException();
        }
        if (isMissing(USER_TYPE)) {
            throw CsCartRefusal.required(USER_TYPE).toException();
        }
        if (isMissing(EMAIL)) {
            throw CsCartRefusal.required(EMAIL).toException();
        }
    }

    private boolean isMissing(String name) {
        return fields.array(name) == null && Php.isEmpty(fields.trimmed(name));
    }

    private void email() {
        if (fields.has(EMAIL)) {
            String email = fields.trimmed(EMAIL);
            if (!isEmail(email)) {
                throw CsCartRefusal.invalid(EMAIL).toException();
            }
            change = change.with(Attribute.EMAIL, email);
        }
    }

    private static boolean isEmail(String text) {
        return text.chars().filter(c -> c == '@').count() == 1
                && text.codePoints().noneMatch(CsCartForm::isSpaceOrControl)
                && text.codePointCount(0, text.length()) <= LONGEST_EMAIL;
    }

    private static boolean isSpaceOrControl(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    private void kind() {
        if (fields.has(USER_TYPE) && !isMissing(USER_TYPE)) {
            UserKind kind = CsCartUser.kind(first(USER_TYPE));
            if (kind == null) {
                throw CsCartRefusal.invalid(USER_TYPE).toException();
            }
            change = change.with(Attribute.KIND, kind);
        }
    }

    private void status() {
        if (fields.has(STATUS) && !isMissing(STATUS)) {
            String status = first(STATUS);
            if (!status.equals("A") && !status.equals("D")) {
                throw CsCartRefusal.invalid(STATUS).toException();
            }
            change = change.with(Attribute.ACTIVE, status.equals("A"));
        }
    }

    /** The first character is what the column keeps. */
    private String first(String name) {
        String text = fields.trimmed(name);
        return text.isEmpty() ? "" : text.substring(0, 1);
    }

    private void company(@Nullable Long only) {
        if (only != null) {
            change = change.with(Attribute.COMPANY, only);
        } else if (fields.has(COMPANY_ID)) {
            change = change.with(Attribute.COMPANY, Math.max(0, Php.toInt(fields.trimmed(COMPANY_ID))));
        }
    }

    private void timestamp() {
        String sent = fields.trimmed(TIMESTAMP);
        if (Php.isNumeric(sent)) {
            long seconds = Php.toInt(sent);
            if (seconds < 0 || seconds > LAST_SECOND) {
                throw CsCartRefusal.invalid(TIMESTAMP).toException();
            }
            change = change.with(Attribute.CREATED, Instant.ofEpochSecond(seconds));
        }
    }

    private void text(String name, Attribute<String> attribute) {
        if (fields.text(name) != null) {
            change = change.with(attribute, fields.trimmed(name));
        }
    }

    /** What is not said of the user himself is taken from his billing address, then from his shipping address. */
    private void named(String name, Attribute<String> attribute) {
        text(name, attribute);
        for (String address : new String[] {"s_", "b_"}) {
            if (fields.trimmed(name).isEmpty()
                    && !fields.trimmed(address + name).isEmpty()) {
                change = change.with(attribute, fields.trimmed(address + name));
            }
        }
    }

    /** Without one a new user is called by his number; nobody loses his. */
    private void login() {
        String login = fields.trimmed("user_login");
        if (!login.isEmpty()) {
            change = change.with(Attribute.LOGIN, login);
        }
    }

    private void language() {
        change = change.with(Attribute.LOCALE, CsCartLanguage.locale(fields.trimmed("lang_code")));
    }

    /** Among a company's users there are no administrators. */
    private void refuseStaffOfCompany(@Nullable Long company) {
        boolean staff =
                change.get(Attribute.KIND).filter(UserKind.STAFF::equals).isPresent();
        if (company != null && staff) {
            throw CsCartRefusal.saying("Access denied").toException();
        }
    }
}
