package io.dragoman.directory.bulk;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import java.util.List;

/**
 * An import: into which account, how, and by whom.
 *
 * @param assign the systems in which whoever has no number gets the next free one
 */
public record ImportJob(AccountId account, ImportMode mode, MatchBy match, List<String> assign, Caller by) {

    /** What {@link #assign} calls the employee numbers, which are no system's. */
    public static final String EMPLOYEE = "employee";

    public ImportJob {
        assign = List.copyOf(assign);
    }

    /** Whether anything is to be kept. */
    public boolean writes() {
        return mode != ImportMode.VALIDATE;
    }
}
