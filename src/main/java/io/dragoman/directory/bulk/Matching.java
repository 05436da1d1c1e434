package io.dragoman.directory.bulk;

import io.dragoman.directory.UserId;
import io.dragoman.directory.bulk.Owners.Owner;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whom a line means; where that is not certain it says so instead of guessing. */
final class Matching {

    private final MatchBy match;

    Matching(MatchBy match) {
        this.match = match;
    }

    /** Why a line cannot be written, empty where nothing is against it. */
    Optional<Failure> objection(PersonLine line, Owners owners) {
        Set<UserId> meant = meant(line, owners);
        if (meant.size() > 1) {
            return Optional.of(Failure.of(Kind.CONFLICT, "means more than one person"));
        }
        UserId person = meant.stream().findFirst().orElse(null);
        return owners.all().stream()
                .filter(owner -> !owner.person().equals(person))
                .filter(owner -> counts(line, owner, person))
                .findFirst()
                .map(Matching::taken);
    }

    /** The person a line means, null for somebody new. */
    @Nullable
    UserId person(PersonLine line, Owners owners) {
        return meant(line, owners).stream().findFirst().orElse(null);
    }

    private Set<UserId> meant(PersonLine line, Owners owners) {
        Set<UserId> meant = new LinkedHashSet<>();
        for (Owner owner : owners.all()) {
            if (tells(line, owner)) {
                meant.add(owner.person());
            }
        }
        return meant;
    }

    private boolean tells(PersonLine line, Owner owner) {
        return switch (owner.kind()) {
            case ID -> true;
            case NUMBER -> match.byNumberIn(owner.system());
            case EMAIL -> match.email();
            case LOGIN -> match.login() && line.values().containsKey(LineField.LOGIN);
            case EMPLOYEE_NUMBER, PIN, KEY, LINK -> false;
        };
    }

    /** A login that the line does not give is written only with somebody new. */
    private static boolean counts(PersonLine line, Owner owner, @Nullable UserId person) {
        return owner.kind() != Owners.Kind.LOGIN
                || person == null
                || line.values().containsKey(LineField.LOGIN);
    }

    private static Failure taken(Owner owner) {
        String field = switch (owner.kind()) {
            case ID -> "id";
            case NUMBER -> "numbers/" + owner.system();
            case EMAIL -> LineField.EMAIL.word();
            case LOGIN -> LineField.LOGIN.word();
            case EMPLOYEE_NUMBER -> LineField.EMPLOYEE_NUMBER.word();
            case PIN -> LineField.PIN.word();
            case KEY -> "keys";
            case LINK -> "links";
        };
        return Failure.ofField(Kind.DUPLICATE, field, "belongs to somebody else");
    }
}
