package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetEncoderTest {

    @ParameterizedTest
    @CsvSource({
        "/api/users?a=b&user_ids[]=2, /api/users?a=b&user_ids[]=2",
        "/api/users/%C3%BC?x=%25, /api/users/%C3%BC?x=%25",
        "/api/users?name=a|b^c, /api/users?name=a%7Cb%5Ec",
        "/api/users/[1]?x[0]=1, /api/users/%5B1%5D?x[0]=1",
        "/api/users/%zz?x=100%, /api/users/%25zz?x=100%25",
        "/api/users?name=St\u00c3\u00bccher, /api/users?name=St%C3%BCcher"
    })
    void encodes_what_a_target_may_not_hold_and_nothing_else(String sent, String seen) {
        EmbeddedChannel channel = new EmbeddedChannel(TargetEncoder.INSTANCE);

        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, sent));

        HttpRequest request = channel.readInbound();
        assertThat(request.uri()).isEqualTo(seen);
    }
}
