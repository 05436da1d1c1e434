package io.dragoman.bench;

import static io.dragoman.bench.Workload.Facade.CACHED;
import static io.dragoman.bench.Workload.Facade.UNCACHED;
import static io.dragoman.bench.Workload.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The kinds of requests that are measured, with the ratios that are wanted of each. */
final class Workloads {

    private static final double SINGLE = 0.60;
    private static final double LIST = 0.75;
    private static final double REFUSED = 0.70;
    private static final double CREATE = 0.60;

    private static final Map<String, String> PICQER = basic(Seed.KEY, "");
    static final Map<String, String> CSCART = basic(Seed.EMAIL, Seed.KEY);
    private static final Map<String, String> BILLOMAT = Map.of("X-BillomatApiKey", Seed.KEY);
    private static final int SINGLES = 20;
    private static final int PAGE = 10;
    private static final int MANY = 1_000_000_000;
    /** Pages from one on that are asked for by chance: who asks for the same at the same time is given one reading. */
    private static final int NEAR = 500;
    private static final List<Integer> PAGES = List.of(1, 1_000, 100_000);

    /** Parts of e-mail addresses that nobody, one, few and nearly all have; of the latter two there is one each. */
    private static final List<String[]> TEXTS = List.of(
            new String[] {"absent", "nobody{n}.example"},
            new String[] {"rare", "user{n}@"},
            new String[] {"staff", "staff.example"},
            new String[] {"frequent", "customer.example"});

    private Workloads() {}

    /**
     * The workloads over the staff that every system knows.
     *
     * @param session an open session of Erply's
     */
    static List<Workload> usual(Options options, String session) {
        int staff = options.staff();
        int pages = staff / 100;
        return List.of(
                get("picqer-single-cached", CACHED, "/api/v1/users/77", PICQER)
                        .wants(SINGLE),
                get("picqer-single", UNCACHED, "/api/v1/users/{n}", PICQER)
                        .random(staff)
                        .against("/single/picqer/{n}")
                        .wants(SINGLE),
                get("picqer-list-cached", CACHED, "/api/v1/users", PICQER).wants(LIST),
                get("picqer-list", UNCACHED, "/api/v1/users?offset={n}00", PICQER)
                        .random(pages - 1)
                        .against("/page/picqer/100/{n+1}")
                        .wants(LIST),
                get("billomat-list-cached", CACHED, "/api/users?per_page=100", BILLOMAT)
                        .wants(LIST),
                get("billomat-list", UNCACHED, "/api/users?per_page=100&page={n}", BILLOMAT)
                        .random(pages)
                        .against("/page/billomat/100/{n}?per_page=100&page={n}")
                        .wants(LIST),
                get("cscart-by-name", UNCACHED, "/api/2.0/users?items_per_page=10&sort_by=name&page={n}", CSCART)
                        .random(100)
                        .against("/name/cscart/10/{n}?items_per_page=10&sort_by=name&page={n}"),
                get("cscart-by-email", UNCACHED, "/api/2.0/users?email=user{n}@", CSCART)
                        .random(staff)
                        .against("/email/cscart/10/user{n}@?email=user{n}@"),
                creating("cscart-create").wants(CREATE),
                erply("erply-rights", session, "request=getUserRights&recordsOnPage=20&pageNo={n}")
                        .random(staff / SINGLES)
                        .against("/page/erply/20/{n}?request=getUserRights"),
                erply("erply-bulk", session, "requests=" + bulk())
                        .random(staff - SINGLES)
                        .against("/bulk/{n}"),
                get("refused-401", CACHED, "/api/v1/users/77", basic("no-such-key-at-all", ""))
                        .answered(401)
                        .against("/fixed/refused-401~401")
                        .wants(REFUSED),
                get("refused-429", CACHED, "/api/v1/users/77", basic(Seed.LIMITED_KEY, ""))
                        .answered(429)
                        .against("/fixed/refused-429~429")
                        .wants(REFUSED));
    }

    /** The workloads over many customers. No two requests are quite the same, so that none is answered from memory. */
    static List<Workload> scale(Options options) {
        int people = options.staff() + options.customers();
        List<Workload> workloads = new ArrayList<>();
        workloads.add(get("scale-single", UNCACHED, "/api/2.0/users/{n}", CSCART)
                .random(people)
                .against("/single/cscart/{n}"));
        for (int page : PAGES) {
            if ((long) (page + NEAR) * PAGE <= people) {
                String asked = "{n+" + (page - 1) + "}";
                workloads.add(
                        listed("scale-page-" + page, NEAR, "&sort_by=id&page=" + asked, "/page/cscart/10/" + asked));
            }
        }
        workloads.add(listed("scale-by-name", NEAR, "&sort_by=name&page={n}", "/name/cscart/10/{n}"));
        for (String[] text : TEXTS) {
            workloads.add(listed(
                    "scale-email-" + text[0],
                    text[0].equals("rare") ? people : MANY,
                    "&email=" + text[1],
                    "/email/cscart/10/" + text[1]));
        }
        workloads.add(creating("scale-create-and-read")
                .beside(get("", UNCACHED, "/api/2.0/users/{n}", CSCART)
                        .random(people)
                        .against("/single/cscart/{n}")));
        return workloads;
    }

    private static Workload listed(String name, int range, String asked, String bare) {
        String query = "?items_per_page=10" + asked + "&_d={n}";
        return get(name, UNCACHED, "/api/2.0/users" + query, CSCART)
                .random(range)
                .against(bare + query);
    }

    private static Workload creating(String name) {
        return get(name, UNCACHED, "/api/2.0/users", json(CSCART))
                .posting("{\"email\":\"made{u}@made.example\",\"password\":\"\",\"user_type\":\"C\","
                        + "\"company_id\":0,\"status\":\"A\"}")
                .answered(201)
                .against("/create/" + name + "~201");
    }

    private static Workload erply(String name, String session, String call) {
        return get(name, UNCACHED, "/api/", Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .posting("clientCode=" + Seed.CLIENT_CODE + "&sessionKey=" + session + "&" + call);
    }

    private static String bulk() {
        List<String> requests = new ArrayList<>();
        for (int i = 1; i <= SINGLES; i++) {
            requests.add("{\"requestName\":\"getUserRights\",\"userID\":\"{n+" + i + "}\",\"requestID\":\"" + i + "\"}");
        }
        // Nothing in it needs to be encoded for a form to be read, and numbers are filled into it.
        return "[" + String.join(",", requests) + "]";
    }

    private static Map<String, String> basic(String user, String password) {
        String pair = user + ":" + password;
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> json(Map<String, String> headers) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put("Content-Type", "application/json");
        return more;
    }
}
