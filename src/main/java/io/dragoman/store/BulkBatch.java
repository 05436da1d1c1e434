package io.dragoman.store;

import io.dragoman.directory.UserId;
import io.dragoman.directory.bulk.ImportJob;
import io.dragoman.directory.bulk.ImportMode;
import io.dragoman.directory.bulk.LineResult;
import io.dragoman.directory.bulk.Outcome;
import io.dragoman.directory.bulk.Target;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The drafts of a transaction, and what becomes of each line of it. */
final class BulkBatch {

    private final ImportJob job;
    private final BulkFacts facts;
    private final Instant now;
    private final List<BulkDraft> drafts;
    private final List<LineResult> results;

    BulkBatch(ImportJob job, BulkFacts facts, Instant now) {
        this(job, facts, now, new ArrayList<>(), new ArrayList<>());
    }

    private BulkBatch(ImportJob job, BulkFacts facts, Instant now, List<BulkDraft> drafts, List<LineResult> results) {
        this.job = job;
        this.facts = facts;
        this.now = now;
        this.drafts = drafts;
        this.results = results;
    }

    /** The same for another attempt at the transaction. */
    BulkBatch copy() {
        return new BulkBatch(job, facts, now, new ArrayList<>(drafts), new ArrayList<>(results));
    }

    /** Somebody new, under this key unless the line brings one. */
    void add(Target target, UUID key) {
        UserId own = target.line().id();
        UUID id = own == null ? key : own.value();
        try {
            BulkDraft draft = BulkDraft.fresh(target, id, facts, now, job.by().login());
            drafts.add(draft);
            results.add(
                    LineResult.inserted(target.line().line(), job.mode() == ImportMode.VALIDATE ? own : draft.id()));
        } catch (FacadeException refused) {
            refuse(target, refused.failure());
        }
    }

    /** Somebody who is there. */
    void add(Target target, BulkState state) {
        UserId person = Objects.requireNonNull(target.person());
        BulkState.Person before = state.person(person.value());
        if (before == null) {
            throw Failure.of(Kind.CONFLICT, "deleted by somebody else").toException();
        }
        try {
            add(
                    target,
                    person,
                    BulkDraft.of(target, before, facts, now, job.by().login()));
        } catch (FacadeException refused) {
            refuse(target, refused.failure());
        }
    }

    /** What is to be written. */
    List<BulkDraft> drafts() {
        return drafts;
    }

    /** In the order of the lines. */
    List<LineResult> results() {
        results.sort(Comparator.comparingLong(LineResult::line));
        return results;
    }

    private void add(Target target, UserId person, BulkDraft draft) {
        long line = target.line().line();
        if (!draft.changes() && !isAssigned(draft)) {
            results.add(LineResult.done(line, Outcome.UNCHANGED, person));
        } else if (job.mode() == ImportMode.INSERT) {
            refuse(target, Failure.of(Kind.CONFLICT, "the person is there already, with other values"));
        } else {
            drafts.add(draft);
            results.add(LineResult.done(line, Outcome.UPDATED, person));
        }
    }

    /** Whether a number is to be found for somebody who lacks it. */
    private boolean isAssigned(BulkDraft draft) {
        return job.assign().stream()
                .anyMatch(system -> system.equals(ImportJob.EMPLOYEE)
                        ? draft.isStaff() && draft.row().get(BulkColumn.EMPLOYEE_NUMBER) == null
                        : draft.lacksNumberIn(system));
    }

    private void refuse(Target target, Failure failure) {
        long line = target.line().line();
        results.add(
                failure.kind() == Kind.INVALID
                        ? LineResult.invalid(line, failure)
                        : LineResult.conflict(line, failure));
    }
}
