package io.dragoman.edge;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.BitSet;

/**
 * Percent-encodes what a request target holds without being allowed to: bytes of UTF-8, {@code |}, a {@code %} that begins
 * no escape.
 *
 * <p>Legacy clients send such targets and their servers took them; Quarkus answers them with a 400 of its own before any
 * route is asked. What they mean stays the same, as each is decoded to what was sent.
 */
@Sharable
final class TargetEncoder extends ChannelInboundHandlerAdapter {

    static final TargetEncoder INSTANCE = new TargetEncoder();

    private static final BitSet ALLOWED = allowed("_-!.~'()*;/?:@&=+$,%");
    private static final BitSet ALLOWED_IN_QUERY = allowed("_-!.~'()*;/?:@&=+$,%[]");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private TargetEncoder() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            String target = request.uri();
            int first = firstIllegal(target);
            if (first < target.length()) {
                request.setUri(encode(target, first));
            }
        }
        context.fireChannelRead(message);
    }

    /** Where the first character stands that is not allowed there; the length where all are. */
    private static int firstIllegal(String target) {
        boolean inQuery = false;
        for (int i = 0; i < target.length(); i++) {
            inQuery |= target.charAt(i) == '?';
            if (isIllegal(target, i, inQuery)) {
                return i;
            }
        }
        return target.length();
    }

    /** Netty gives each byte of a target as one character. */
    static String encode(String target, int first) {
        StringBuilder encoded = new StringBuilder(target.length() + 16).append(target, 0, first);
        boolean inQuery = encoded.indexOf("?") >= 0;
        for (int i = first; i < target.length(); i++) {
            char c = target.charAt(i);
            inQuery |= c == '?';
            if (isIllegal(target, i, inQuery)) {
                encoded.append('%').append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isIllegal(String target, int at, boolean inQuery) {
        char c = target.charAt(at);
        return c == '%' ? !isEscape(target, at) : !(inQuery ? ALLOWED_IN_QUERY : ALLOWED).get(c);
    }

    private static boolean isEscape(String target, int at) {
        return at + 2 < target.length()
                && Character.digit(target.charAt(at + 1), 16) >= 0
                && Character.digit(target.charAt(at + 2), 16) >= 0;
    }

    private static BitSet allowed(String marks) {
        BitSet allowed = new BitSet(128);
        marks.chars().forEach(allowed::set);
        allowed.set('0', '9' + 1);
        allowed.set('A', 'Z' + 1);
        allowed.set('a', 'z' + 1);
        return allowed;
    }
}
