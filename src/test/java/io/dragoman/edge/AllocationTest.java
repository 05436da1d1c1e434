package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a request has the event loops allocate, which unlike its time is much the same on every machine. */
@QuarkusTest
class AllocationTest {

    private static final int REQUESTS = 300;
    private static final long KILOBYTE = 1_024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/api/2.0/users/2")
    URI person;

    @Test
    void an_answer_that_is_kept_costs_little() throws Exception {
        assertThat(allocatedBy("acme-cscart-key", 200)).isLessThan(40 * KILOBYTE);
    }

    @Test
    void a_refusal_costs_little() throws Exception {
        assertThat(allocatedBy("no-such-key", 401)).isLessThan(40 * KILOBYTE);
    }

    /** Bytes a request, once those that come first have been answered. */
    private long allocatedBy(String key, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(person)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("admin@example.com:" + key).getBytes(StandardCharsets.UTF_8)))
                .build();
        send(request, status);
        long before = allocated();
        send(request, status);
        return (allocated() - before) / REQUESTS;
    }

    private void send(HttpRequest request, int status) throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    private static long allocated() {
        long[] loops = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("vert.x-eventloop"))
                .mapToLong(java.lang.management.ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(THREADS.getThreadAllocatedBytes(loops)).sum();
    }
}
