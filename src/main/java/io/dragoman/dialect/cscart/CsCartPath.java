package io.dragoman.dialect.cscart;

import io.dragoman.edge.RequestHead;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for, by its path or by {@code _d} (cscart.md 1).
 *
 * @param version as sent, empty where none is
 * @param store the number of the store or vendor whose users are meant, null where the path names none
 * @param segments entity, id, entity, id …, without version, store and a slash at the end
 */
record CsCartPath(String version, @Nullable Long store, List<String> segments) {

    static final String USERS = "users";
    static final String USERGROUPS = "usergroups";
    static final String VERSION = "version";
    static final String SCRIPT = "/api.php";

    private static final String FOLDER = "/api/";
    private static final Pattern VERSION_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern ID = Pattern.compile("(\\d+)(\\.0+)?");
    private static final Set<String> STORES = Set.of("stores", "vendors");
    private static final Set<String> ALL_METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Map<String, Set<String>> METHODS =
            Map.of(USERS, ALL_METHODS, USERGROUPS, ALL_METHODS, VERSION, Set.of("GET"));

    CsCartPath {
        segments = List.copyOf(segments);
    }

    static CsCartPath of(RequestHead head) {
        List<String> all = asked(head);
        String version = all.isEmpty() || !VERSION_NUMBER.matcher(all.get(0)).matches() ? "" : all.get(0);
        List<String> rest = version.isEmpty() ? all : all.subList(1, all.size());
        boolean ofStore = rest.size() > 2
                && STORES.contains(rest.get(0))
                && ID.matcher(rest.get(1)).matches();
        return ofStore
                ? new CsCartPath(version, number(rest.get(1)), rest.subList(2, rest.size()))
                : new CsCartPath(version, null, rest);
    }

    /** Whether the path leads to the API itself, to nothing in it. */
    boolean isRoot() {
        return segments.isEmpty();
    }

    /** Whether a segment is there, and not what PHP takes for none. */
    boolean has(int index) {
        return segments.size() > index && !Php.isEmpty(segments.get(index));
    }

    /** The number that an id names; no system gives out as high a one as stands for those that are too high. */
    static long number(String id) {
        String digits = id.indexOf('.') < 0 ? id : id.substring(0, id.indexOf('.'));
        return Php.toInt(digits);
    }

    /** The path inside the room, for a request that nothing speaks against. */
    String route() {
        StringBuilder route = new StringBuilder("/").append(segments.get(0));
        for (int i = 1; i < segments.size() && has(i); i++) {
            route.append('/').append(segments.get(i));
        }
        return route.toString();
    }

    /** What speaks against the path and, after it, the method; null where nothing does. */
    @Nullable
    Failure refusal(String method, Set<String> versions) {
        if (isRoot()) {
            return Failure.of(Kind.NO_SUCH_PATH);
        }
        Failure unknown = unknownEntity(versions);
        if (unknown != null) {
            return unknown;
        }
        if (!hasGoodIds()) {
            return Failure.of(Kind.NOT_FOUND);
        }
        return METHODS.getOrDefault(segments.get(0), Set.of()).contains(method)
                ? null
                : Failure.of(Kind.METHOD_NOT_ALLOWED);
    }

    private @Nullable Failure unknownEntity(Set<String> versions) {
        if (segments.contains("")) {
            return CsCartRefusal.noEntity("");
        }
        String entity = segments.get(0);
        if (!versions.contains(version) || !METHODS.containsKey(entity)) {
            return CsCartRefusal.noEntity(entity);
        }
        if (segments.size() > 2 && !(entity.equals(USERS) && segments.get(2).equals(USERGROUPS))) {
            return CsCartRefusal.noEntity(segments.get(2));
        }
        return segments.size() > 4 ? CsCartRefusal.noEntity(segments.get(4)) : null;
    }

    private boolean hasGoodIds() {
        return isId(1) && isId(3) && (segments.size() < 3 || has(1));
    }

    private boolean isId(int index) {
        return segments.size() <= index || ID.matcher(segments.get(index)).matches();
    }

    /** The segments asked for, empty ones where slashes are doubled. */
    private static List<String> asked(RequestHead head) {
        String path = head.rawPath();
        if (path.endsWith(SCRIPT)) {
            return split(Php.trim(head.query().last("_d", "")));
        }
        int folder = path.lastIndexOf(FOLDER);
        return folder < 0
                ? List.of()
                : split(path.substring(folder + FOLDER.length())).stream()
                        .map(CsCartPath::decoded)
                        .toList();
    }

    private static List<String> split(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.isEmpty() ? List.of() : Arrays.asList(bare.split("/", -1));
    }

    /** A broken escape stands for itself. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // PHP takes what it cannot decode as it is
        }
    }
}
