package io.dragoman.store;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.RoleName;
import io.dragoman.directory.bulk.Target;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line makes of a person: his row, and the numbers, links and keys to add, before any of it is written. */
final class BulkDraft {

    private final PersonLine line;
    private final BulkRow row;
    private final BulkState.@Nullable Person before;
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<UUID, NewLink> links = new LinkedHashMap<>();
    private final List<UUID> unlinked = new ArrayList<>();
    private final List<NewKey> keys = new ArrayList<>();

    private BulkDraft(PersonLine line, BulkRow row, BulkState.@Nullable Person before) {
        this.line = line;
        this.row = row;
        this.before = before;
    }

    /** A link to write; without a number it gets the next free one. */
    record NewLink(LinkStatus status, @Nullable Long number) {}

    /** A key to write, in place of the one with this id. */
    record NewKey(UUID id, boolean isNew, LineKey key) {}

    /** Somebody new. Throws CONFLICT where the account has not what the line speaks of, INVALID without a login. */
    static BulkDraft fresh(Target target, UUID id, BulkFacts facts, Instant now, String by) {
        PersonLine line = target.line();
        String login = line.loginOrDefault();
        if (login == null) {
            throw Failure.ofField(Kind.INVALID, LineField.LOGIN.word(), "is missing")
                    .toException();
        }
        UserKind kind = (UserKind) line.values().getOrDefault(LineField.KIND, UserKind.STAFF);
        BulkDraft draft = new BulkDraft(line, BulkRow.fresh(id, kind, login, facts.timeZone(), now, by), null);
        draft.write(target, facts);
        if (draft.row.get(BulkColumn.UPDATED) == null) {
            draft.row.set(BulkColumn.UPDATED, draft.row.get(BulkColumn.CREATED));
        }
        return draft;
    }

    /** Somebody who is there. Throws CONFLICT where line and directory contradict each other. */
    static BulkDraft of(Target target, BulkState.Person before, BulkFacts facts, Instant now, String by) {
        BulkDraft draft = new BulkDraft(target.line(), BulkRow.of(before.row()), before);
        draft.refuseOtherKind();
        draft.refuseOtherNumbers();
        draft.write(target, facts);
        if (draft.changes()) {
            draft.touch(now, by);
        }
        return draft;
    }

    PersonLine line() {
        return line;
    }

    BulkRow row() {
        return row;
    }

    UserId id() {
        return new UserId((UUID) Objects.requireNonNull(row.get(BulkColumn.ID)));
    }

    boolean isNew() {
        return before == null;
    }

    /** Whether there is anything to write. */
    boolean changes() {
        return before == null
                || !row.is(before.row())
                || !numbers.isEmpty()
                || !links.isEmpty()
                || !unlinked.isEmpty()
                || !keys.isEmpty();
    }

    /** Numbers to add, by system. */
    Map<String, Long> numbers() {
        return numbers;
    }

    Map<UUID, NewLink> links() {
        return links;
    }

    List<UUID> unlinked() {
        return unlinked;
    }

    List<NewKey> keys() {
        return keys;
    }

    /** Whether he has, or will have, no number in a system. */
    boolean lacksNumberIn(String system) {
        return !numbers.containsKey(system)
                && (before == null || !before.numbers().containsKey(system));
    }

    boolean isStaff() {
        return UserKind.STAFF.name().equals(row.get(BulkColumn.KIND));
    }

    /** What the change log says of a change: the fields the line has changed. */
    List<LineField> changedFields() {
        BulkState.Person former = Objects.requireNonNull(before);
        BulkRow probe = BulkRow.of(former.row());
        List<LineField> changed = new ArrayList<>();
        line.values().forEach((field, value) -> {
            BulkRow alone = BulkRow.of(probe.values());
            alone.write(field, value);
            if (!alone.is(probe.values())) {
                changed.add(field);
            }
        });
        return changed;
    }

    private void write(Target target, BulkFacts facts) {
        line.values().forEach(row::write);
        if (target.password() != null) {
            row.password(target.password().encoded());
        }
        line.numbers().forEach(this::addNumber);
        writeRole(facts);
        line.links().forEach(link -> addLink(link, facts));
        line.keys().forEach(this::addKey);
    }

    private void addNumber(String system, long number) {
        if (before == null || !before.numbers().containsKey(system)) {
            numbers.put(system, number);
        }
    }

    /** Staff always have a role, and whoever has one has an active link to it. */
    private void writeRole(BulkFacts facts) {
        RoleName wanted = line.role();
        UUID former = (UUID) row.get(BulkColumn.PRIMARY_ROLE);
        UUID role = wanted == null ? former : facts.role(wanted, "role");
        if (role == null && isStaff()) {
            role = facts.defaultRole();
        }
        if (role == null && isStaff()) {
            throw Failure.ofField(Kind.CONFLICT, "role", "the account has no role for staff who are given none")
                    .toException();
        }
        if (role == null || role.equals(former)) {
            return;
        }
        row.set(BulkColumn.PRIMARY_ROLE, role);
        links.put(role, new NewLink(LinkStatus.ACTIVE, null));
        if (former != null) {
            unlinked.add(former);
        }
    }

    private void addLink(LineLink link, BulkFacts facts) {
        UUID role = facts.role(link.role(), "links");
        if (role.equals(row.get(BulkColumn.PRIMARY_ROLE)) && link.status() != LinkStatus.ACTIVE) {
            throw Failure.ofField(Kind.CONFLICT, "links", "the link of the primary role is active")
                    .toException();
        }
        BulkState.Link present = before == null ? null : before.links().get(role);
        boolean same = present != null
                && present.status() == link.status()
                && (link.number() == null || link.number() == present.number());
        if (same) {
            links.remove(role);
        } else {
            links.put(role, new NewLink(link.status(), link.number()));
        }
        unlinked.remove(role);
    }

    private void addKey(LineKey key) {
        BulkState.Key present = before == null ? null : before.keys().get(BulkState.key(key.system(), key.hash()));
        if (present == null) {
            keys.add(new NewKey(UUID.randomUUID(), true, key));
        } else if (!Objects.equals(present.quota(), key.quota()) || !Objects.equals(present.expires(), expires(key))) {
            keys.add(new NewKey(present.id(), false, key));
        }
    }

    static @Nullable OffsetDateTime expires(LineKey key) {
        return key.expires() == null ? null : BulkRow.time(key.expires());
    }

    private void touch(Instant now, String by) {
        if (!line.values().containsKey(LineField.UPDATED)) {
            row.set(BulkColumn.UPDATED, BulkRow.time(now));
        }
        if (!line.values().containsKey(LineField.UPDATED_BY)) {
            row.set(BulkColumn.UPDATED_BY, by);
        }
    }

    private void refuseOtherKind() {
        Object kind = line.values().get(LineField.KIND);
        if (kind != null && !((UserKind) kind).name().equals(row.get(BulkColumn.KIND))) {
            throw Failure.ofField(Kind.CONFLICT, LineField.KIND.word(), "is another than the person's")
                    .toException();
        }
    }

    private void refuseOtherNumbers() {
        BulkState.Person former = Objects.requireNonNull(before);
        line.numbers().forEach((system, number) -> {
            Long present = former.numbers().get(system);
            if (present != null && !present.equals(number)) {
                throw Failure.ofField(Kind.CONFLICT, "numbers/" + system, "the person has " + present)
                        .toException();
            }
        });
    }
}
