package io.dragoman.dialect.billomat;

import io.dragoman.edge.RequestHead;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The callback that a request for JSON wants its answer handed to (billomat.md 5). */
final class Jsonp {

    private static final String PARAMETER = "jsonp";
    private static final String DEFAULT = "callback";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$]{1,100}");

    private Jsonp() {}

    /** The callback asked for, null where none is or its name is none that may stand in a script. */
    static @Nullable String callback(RequestHead head) {
        String name = asked(head);
        return name != null && NAME.matcher(name).matches() ? name : null;
    }

    /** Whether a callback is asked for whose name may not stand in a script. */
    static boolean isRefused(RequestHead head) {
        return asked(head) != null && callback(head) == null;
    }

    private static @Nullable String asked(RequestHead head) {
        String name =
                Format.of(head) == Format.JSON && isRead(head) ? head.query().last(PARAMETER) : null;
        return name != null && name.isEmpty() ? DEFAULT : name;
    }

    private static boolean isRead(RequestHead head) {
        return head.method().equals("GET") || head.method().equals("HEAD");
    }
}
