package io.dragoman.dialect.cscart;

import io.dragoman.directory.Page;
import io.dragoman.directory.PageRequest;
import io.dragoman.directory.UserQuery;
import io.dragoman.edge.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as asked for, with what it tells of the request: parameters in the order sent, paging and order with the
 * values that really counted (cscart.md 3.2 and 4).
 */
final class CsCartListing {

    private static final String PAGE = "page";
    private static final String ITEMS_PER_PAGE = "items_per_page";
    private static final String ALL = "0";

    private final PhpArray params;
    private final CsCartConfig config;
    private final boolean bare;
    private final long page;
    private final int size;

    private CsCartListing(PhpArray asked, boolean bare, CsCartConfig config) {
        this.params = params(asked, config);
        this.bare = bare;
        this.config = config;
        boolean all = ALL.equals(asked.text(ITEMS_PER_PAGE)) || (bare && !asked.has(ITEMS_PER_PAGE));
        this.size = all ? 0 : size(asked, config);
        this.page = Math.max(1, Php.toInt(asked.trimmed(PAGE)));
    }

    /** The list that a request's query asks for. */
    static CsCartListing of(CsCartCall call, CsCartConfig config) {
        return of(call.query(), call.path().version().equals(CsCartReleases.BARE), config);
    }

    /** The same, where it is known how bare an answer is wanted. */
    static CsCartListing of(Params query, boolean bare, CsCartConfig config) {
        PhpArray asked = PhpArray.of(query);
        asked.remove("_d");
        return new CsCartListing(asked, bare, config);
    }

    /** The list that later releases answer with for one unknown user. */
    static CsCartListing ofUser(String id, CsCartConfig config) {
        PhpArray asked = new PhpArray();
        asked.put("user_id", id);
        return new CsCartListing(asked, false, config);
    }

    UserQuery query(@Nullable Long company) {
        UserQuery all = UserQuery.in(CsCartDialect.ID, request())
                .sortedBy(CsCartSort.of(params).sorts());
        return CsCartFilter.narrow(all, params, company);
    }

    /** Whether a list is narrowed to a type of user. */
    boolean isOfOneType() {
        return !params.trimmed("user_type").isEmpty();
    }

    /** The body of the answer. */
    Object body(Page<CsCartUser> found) {
        return bare ? found.items() : wrapped(found.items(), found);
    }

    private Map<String, Object> wrapped(List<CsCartUser> users, Page<CsCartUser> found) {
        CsCartSort.of(params).tell(params);
        if (size > 0) {
            params.put(PAGE, pageOf(found));
            params.put(ITEMS_PER_PAGE, size);
            params.put("total_items", Long.toString(found.total()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("users", users);
        body.put("params", params.toJsonObject());
        return body;
    }

    private long pageOf(Page<?> found) {
        if (found.total() == 0) {
            return 1;
        }
        return config.clampPages() ? found.offset() / size + 1 : page;
    }

    private PageRequest request() {
        if (size == 0) {
            return PageRequest.at(0, config.maxRows());
        }
        PageRequest request = PageRequest.page(page, size);
        return config.clampPages() ? request.clampedToLast() : request;
    }

    private static int size(PhpArray asked, CsCartConfig config) {
        long wanted = Php.toInt(asked.trimmed(ITEMS_PER_PAGE));
        return wanted < 1 ? config.pageSize() : (int) Math.min(wanted, config.maxRows());
    }

    /** The defaults stand first, with the values sent; ids asked for as a list are told twice. */
    private static PhpArray params(PhpArray asked, CsCartConfig config) {
        PhpArray params = new PhpArray();
        params.put(PAGE, 1);
        params.put(ITEMS_PER_PAGE, config.pageSize());
        params.put("extended_search", true);
        params.putAll(asked);
        PhpArray ids = asked.array("user_ids");
        if (ids != null) {
            params.put("user_id", ids);
        }
        return params;
    }
}
