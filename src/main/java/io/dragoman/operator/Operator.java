package io.dragoman.operator;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.UserId;
import io.dragoman.directory.Vocabulary;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whoever runs the installation; he may do everything in every account, and the change log has his name. */
public record Operator(String name) {

    /** What the change log calls the system that the operator changes things through. */
    public static final String SYSTEM = "admin";

    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,62}[\\x21-\\x7e])?");

    /** The name of one who gives none. */
    public static final Operator UNNAMED = new Operator("operator");

    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    public Operator {
        if (!isName(name)) {
            throw new IllegalArgumentException("not 1 to 64 printable ASCII characters");
        }
    }

    /** Whether a text can be an operator's name: up to 64 printable characters of ASCII. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The operator as the directory sees him in an account: no person of it, above all of them. */
    public Caller in(AccountId account) {
        return new Caller(account, NOBODY, name, true, Vocabulary.ALL, SYSTEM);
    }
}
