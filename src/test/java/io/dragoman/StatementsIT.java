package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer costs the database, counted in the trace of its request: its spans but for the request's own. */
class StatementsIT {

    private static final Pattern SESSION = Pattern.compile("\"sessionKey\":\"([^\"]+)\"");
    private static final int ID_LENGTH = 16;

    /** A dialect's requests: for the caller himself or what lets him in, for a person and for a list. */
    private enum Room {
        PICQER("/api/v1/users/me", "/api/v1/users/423", "/api/v1/users"),
        BILLOMAT("/api/users/myself", "/api/users/2", "/api/users"),
        ERPLY("getUserGroups", "getUserRights&userID=6", "getUserRights"),
        CSCART("/api/2.0/users/1", "/api/2.0/users/2", "/api/2.0/users");

        private final String entrance;
        private final String single;
        private final String list;

        Room(String entrance, String single, String list) {
            this.entrance = entrance;
            this.single = single;
            this.list = list;
        }
    }

    /** The traces of one dialect's requests. */
    private record Traces(String single, String singleAgain, String list, String listAgain) {}

    /** A facade and a session in it. */
    private record Server(FacadeProcess facade, String session) {}

    @Test
    void nothing_for_what_was_answered_before_one_statement_for_a_person_and_at_most_two_for_a_list(
            @TempDir Path folder) throws Exception {
        Map<Room, Traces> traces = new EnumMap<>(Room.class);
        try (Collector collector = Collector.start()) {
            try (FacadeProcess facade =
                    FacadeProcess.start(folder.resolve("data"), "-Ddragoman.traces.endpoint=" + collector.endpoint())) {
                Server server = new Server(facade, session(facade));
                for (Room room : Room.values()) {
                    traces.put(room, traces(server, room));
                }
            }
            String received = collector.text();
            traces.forEach((room, of) -> {
                assertThat(statements(received, of.single()))
                        .as("%s, a person", room)
                        .isEqualTo(1);
                assertThat(statements(received, of.singleAgain()))
                        .as("%s, the same person", room)
                        .isZero();
                assertThat(statements(received, of.list()))
                        .as("%s, a list", room)
                        .isBetween(1, 2);
                assertThat(statements(received, of.listAgain()))
                        .as("%s, the same list", room)
                        .isZero();
            });
        }
    }

    private static Traces traces(Server server, Room room) throws IOException, InterruptedException {
        send(server, room, room.entrance);
        return new Traces(
                send(server, room, room.single),
                send(server, room, room.single),
                send(server, room, room.list),
                send(server, room, room.list));
    }

    /** Sends a request that must succeed, and gives the id of its trace. */
    private static String send(Server server, Room room, String target) throws IOException, InterruptedException {
        byte[] bytes = new byte[ID_LENGTH];
        ThreadLocalRandom.current().nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        HttpResponse<String> answer = server.facade()
                .send(request(server, room, target).header("traceparent", "00-" + id + "-00f067aa0ba902b7-01"));
        assertThat(answer.statusCode()).as(target).isEqualTo(200);
        assertThat(answer.body()).as(target).doesNotContain("\"responseStatus\":\"error\"");
        return id;
    }

    private static HttpRequest.Builder request(Server server, Room room, String target) {
        FacadeProcess facade = server.facade();
        return switch (room) {
            case PICQER -> get(facade, target).header("Authorization", basic("acme-picqer-key:"));
            case BILLOMAT -> get(facade, target).header("X-BillomatApiKey", "acme-billomat-key");
            case ERPLY -> get(facade, "/api/?clientCode=100001&sessionKey=" + server.session() + "&request=" + target);
            case CSCART -> get(facade, target).header("Authorization", basic("admin@example.com:acme-cscart-key"));
        };
    }

    private static String session(FacadeProcess facade) throws IOException, InterruptedException {
        String login = "/api/?request=verifyUser&clientCode=100001&username=admin&password=demo-admin-1";
        Matcher key = SESSION.matcher(facade.send(get(facade, login)).body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static HttpRequest.Builder get(FacadeProcess facade, String target) {
        return HttpRequest.newBuilder(facade.uri(target));
    }

    /** A trace's id stands in each of its spans, that of the request among them. */
    private static int statements(String received, String trace) {
        String id = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        return received.split(Pattern.quote(id), -1).length - 2;
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
