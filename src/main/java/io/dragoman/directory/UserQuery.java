package io.dragoman.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * A question for people: those visible in a system for whom each condition holds, sorted, ties by number ascending.
 *
 * @param system whose numbers decide who is visible
 * @param conditions all must hold; of each, one of its criteria must
 * @param sort most significant first
 */
public record UserQuery(String system, List<List<Criterion>> conditions, List<Sort> sort, PageRequest page) {

    /** One key of an order. */
    public record Sort(UserField field, boolean descending) {}

    public UserQuery {
        conditions = conditions.stream().map(List::copyOf).toList();
        sort = List.copyOf(sort);
    }

    /** Everybody visible in a system, by number. */
    public static UserQuery in(String system, PageRequest page) {
        return new UserQuery(system, List.of(), List.of(), page);
    }

    /** The same, with one more criterion to hold. */
    public UserQuery where(Criterion criterion) {
        return whereAny(List.of(criterion));
    }

    /** The same, with one more condition: any of these criteria. */
    public UserQuery whereAny(List<Criterion> anyOf) {
        List<List<Criterion>> more = new ArrayList<>(conditions);
        more.add(anyOf);
        return new UserQuery(system, more, sort, page);
    }

    public UserQuery sortedBy(List<Sort> order) {
        return new UserQuery(system, conditions, order, page);
    }
}
