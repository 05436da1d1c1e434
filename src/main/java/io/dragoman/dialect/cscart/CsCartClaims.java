package io.dragoman.dialect.cscart;

import io.dragoman.edge.Basic;
import io.dragoman.edge.Claim;
import io.dragoman.edge.Hosts;
import io.dragoman.edge.RequestHead;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Which requests are CS-Cart's: by the shop's host, by a Basic credential whose user is an e-mail address, or by a
 * path that leads to the API from any folder.
 */
@Singleton
class CsCartClaims {

    private static final String ROOT = "/api";
    private static final String CLIENT_CODE = "clientCode";
    /** {@code /api/v1} is another product's, whatever is sent to it. */
    private static final String FIRST_VERSION = "/api/v1";

    private static final Pattern VERSIONED = Pattern.compile("(/.+)?/api/\\d+(\\.\\d+)?(/.*)?");
    private static final Pattern NAMED = Pattern.compile("(/.+)?/api/(users|usergroups|version)(/.*)?");

    private final Hosts hosts;

    CsCartClaims(Hosts hosts) {
        this.hosts = hosts;
    }

    Claim of(RequestHead head) {
        if (hosts.accountName(CsCartDialect.ID, head.host()) != null) {
            return Claim.BY_HOST;
        }
        if (head.path().equals(FIRST_VERSION) || head.path().startsWith(FIRST_VERSION + "/")) {
            return Claim.NONE;
        }
        if (hasEmail(head)) {
            return isRoot(head) && (head.query().has(CLIENT_CODE) || isForm(head)) ? Claim.NONE : Claim.BY_CREDENTIAL;
        }
        return isOfPath(head) ? Claim.BY_PATH : Claim.NONE;
    }

    /** Whether the product's name and version are asked for, as one client does when it starts (cscart.md 3.10). */
    static boolean asksForProduct(RequestHead head) {
        return head.method().equals("GET")
                && head.query().has("version")
                && !head.query().has(CLIENT_CODE)
                && CsCartPath.of(head).isRoot();
    }

    private static boolean hasEmail(RequestHead head) {
        Basic basic = head.basic();
        return basic != null && basic.user().indexOf('@') >= 0;
    }

    /** The client that asks so reads; whoever posts a version to the root means another API. */
    private static boolean asksForVersion(RequestHead head) {
        return !head.method().equals("POST")
                && head.query().has("version")
                && !head.query().has(CLIENT_CODE);
    }

    /** Forms posted to the root are another API's calls. */
    private static boolean isForm(RequestHead head) {
        String type = head.header("Content-Type");
        return head.method().equals("POST")
                && type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    private static boolean isRoot(RequestHead head) {
        return head.path().equals(ROOT) || head.path().equals(ROOT + "/");
    }

    private static boolean isOfPath(RequestHead head) {
        String path = head.path();
        if (isRoot(head)) {
            return asksForVersion(head);
        }
        return path.endsWith(CsCartPath.SCRIPT)
                || VERSIONED.matcher(path).matches()
                || NAMED.matcher(path).matches();
    }
}
