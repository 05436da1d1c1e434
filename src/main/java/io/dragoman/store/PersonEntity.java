package io.dragoman.store;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.PasswordHash;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person's own row, written attribute by attribute. */
@Entity
@DynamicUpdate
@Table(name = "person")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class PersonEntity {

    @EmbeddedId
    private EntityKey key;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private UserKind kind = UserKind.STAFF;

    private String login = "";

    @Column(name = "folded_login")
    private String foldedLogin = "";

    private String email = "";

    @Column(name = "folded_email")
    private String foldedEmail = "";

    @Column(name = "first_name")
    private String firstName = "";

    @Column(name = "folded_first_name")
    private String foldedFirstName = "";

    @Column(name = "last_name")
    private String lastName = "";

    @Column(name = "folded_last_name")
    private String foldedLastName = "";

    private String salutation = "";

    private String phone = "";

    private String locale = "en_US";

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "company_number")
    private long company;

    @Column(name = "company_text")
    private String companyText = "";

    @Column(name = "folded_company_text")
    private String foldedCompanyText = "";

    @Column(name = "custom_field")
    private String customField = "";

    @Column(name = "folded_custom_field")
    private String foldedCustomField = "";

    private boolean active = true;

    private boolean admin;

    private boolean root;

    @Column(name = "packing_station")
    private @Nullable Long packingStation;

    @Column(name = "employee_number")
    private @Nullable Long employeeNumber;

    @Column(name = "max_discount")
    private int maxDiscount;

    private Integer @Nullable [] warehouses;

    @Column(name = "primary_role")
    private @Nullable UUID primaryRole;

    private String[] granted = {};

    private String[] denied = {};

    private @Nullable String password;

    private @Nullable String pin;

    @Column(name = "credential_version")
    private int credentialVersion;

    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    private Instant updated;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "last_login")
    private @Nullable Instant lastLogin;

    protected PersonEntity() {}

    PersonEntity(EntityKey key, String timeZone, Instant now, String by) {
        this.key = key;
        this.timeZone = timeZone;
        created = now;
        createdBy = by;
        updated = now;
        updatedBy = by;
    }

    /** Writes what the change holds, and in any case when and by whom. */
    void write(UserChange change, Instant now, String by) {
        writeTexts(change);
        change.ifSet(Attribute.KIND, value -> kind = value);
        change.ifSet(Attribute.ACTIVE, value -> active = value);
        change.ifSet(Attribute.ADMIN, value -> admin = value);
        change.ifSet(Attribute.ROOT, value -> root = value);
        change.ifSet(Attribute.COMPANY, value -> company = value);
        change.ifSet(Attribute.MAX_DISCOUNT, value -> maxDiscount = value);
        change.ifSet(Attribute.PACKING_STATION, value -> packingStation = value);
        change.ifSet(Attribute.WAREHOUSES, this::warehouses);
        change.ifSet(Attribute.PRIMARY_ROLE, this::primaryRole);
        change.ifSet(Attribute.CREATED, value -> created = value);
        change.ifSet(Attribute.PASSWORD, this::password);
        change.ifSet(Attribute.PIN, this::pin);
        change.ifSet(Attribute.GRANTED, value -> granted = value.names().toArray(String[]::new));
        change.ifSet(Attribute.DENIED, value -> denied = value.names().toArray(String[]::new));
        change.ifSet(Attribute.EMPLOYEE_NUMBER, value -> employeeNumber = value);
        change.ifSet(Attribute.LAST_LOGIN, value -> lastLogin = value);
        clear(change);
        touch(now, by);
    }

    private void clear(UserChange change) {
        change.ifCleared(Attribute.PACKING_STATION, () -> packingStation = null);
        change.ifCleared(Attribute.EMPLOYEE_NUMBER, () -> employeeNumber = null);
        change.ifCleared(Attribute.PRIMARY_ROLE, () -> primaryRole = null);
        change.ifCleared(Attribute.LAST_LOGIN, () -> lastLogin = null);
        change.ifCleared(Attribute.PIN, () -> pin = null);
        change.ifCleared(Attribute.PASSWORD, this::clearPassword);
    }

    void touch(Instant now, String by) {
        updated = now;
        updatedBy = by;
    }

    void employeeNumber(long number) {
        employeeNumber = number;
    }

    long version() {
        return version;
    }

    EntityKey key() {
        return key;
    }

    UserKind kind() {
        return kind;
    }

    boolean hasEmployeeNumber() {
        return employeeNumber != null;
    }

    @Nullable
    UUID primaryRole() {
        return primaryRole;
    }

    private void writeTexts(UserChange change) {
        change.ifSet(Attribute.LOGIN, this::login);
        change.ifSet(Attribute.EMAIL, this::email);
        change.ifSet(Attribute.FIRST_NAME, this::firstName);
        change.ifSet(Attribute.LAST_NAME, this::lastName);
        change.ifSet(Attribute.SALUTATION, value -> salutation = value);
        change.ifSet(Attribute.PHONE, value -> phone = value);
        change.ifSet(Attribute.LOCALE, value -> locale = value);
        change.ifSet(Attribute.TIME_ZONE, value -> timeZone = value);
        change.ifSet(Attribute.COMPANY_TEXT, this::companyText);
        change.ifSet(Attribute.CUSTOM_FIELD, this::customField);
    }

    private void login(String text) {
        login = text;
        foldedLogin = CaseFolding.fold(text);
    }

    private void email(String text) {
        email = text;
        foldedEmail = CaseFolding.fold(text);
    }

    private void firstName(String text) {
        firstName = text;
        foldedFirstName = CaseFolding.fold(text);
    }

    private void lastName(String text) {
        lastName = text;
        foldedLastName = CaseFolding.fold(text);
    }

    private void companyText(String text) {
        companyText = text;
        foldedCompanyText = CaseFolding.fold(text);
    }

    private void customField(String text) {
        customField = text;
        foldedCustomField = CaseFolding.fold(text);
    }

    private void warehouses(Warehouses allowed) {
        warehouses = allowed.restricted()
                ? allowed.numbers().stream().distinct().sorted().toArray(Integer[]::new)
                : null;
    }

    private void primaryRole(RoleId role) {
        primaryRole = role.value();
    }

    private void password(PasswordHash hash) {
        password = hash.encoded();
        credentialVersion++;
    }

    private void clearPassword() {
        password = null;
        credentialVersion++;
    }

    private void pin(PinHash hash) {
        pin = hash.hex();
    }
}
