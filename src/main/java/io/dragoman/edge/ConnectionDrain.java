package io.dragoman.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends one connection of a process that is to stop, after the answer to the last request that came on it.
 *
 * <p>That answer says so. What comes behind it is never looked at, so its sender may safely send it again elsewhere.
 */
final class ConnectionDrain extends ChannelDuplexHandler {

    /** A connection closed on unread bytes takes its last answer with it: what still comes is read for this long. */
    private static final Duration LINGER = Duration.ofMillis(250);

    private final Drain drain;
    private int unanswered;
    private boolean last;
    private boolean deaf;

    ConnectionDrain(Drain drain) {
        this.drain = drain;
    }

    static void closeIfIdle(Channel connection) {
        ChannelHandlerContext context = connection.pipeline().context(ConnectionDrain.class);
        if (context != null) {
            ConnectionDrain handler = (ConnectionDrain) context.handler();
            context.executor().execute(() -> handler.leaveIfIdle(context));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        drain.opened(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            deaf = last;
            unanswered += deaf ? 0 : 1;
        }
        if (deaf) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean interim = message instanceof HttpResponse head && isInterim(head);
        if (message instanceof HttpResponse head && !interim) {
            sayIfLast(head);
        }
        super.write(context, message, promise);
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
            leaveIfIdle(context);
        }
    }

    private static boolean isInterim(HttpResponse head) {
        return head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void sayIfLast(HttpResponse head) {
        if (drain.hasBegun() && unanswered <= 1) {
            last = true;
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    private void leaveIfIdle(ChannelHandlerContext context) {
        if (unanswered == 0 && (last || drain.isClosing())) {
            last = true;
            context.channel().config().setAutoRead(true);
            context.writeAndFlush(Unpooled.EMPTY_BUFFER)
                    .addListener((ChannelFutureListener) ConnectionDrain::sayGoodbye);
        }
    }

    private static void sayGoodbye(ChannelFuture sent) {
        if (sent.isSuccess() && sent.channel() instanceof DuplexChannel channel) {
            ChannelFuture said = channel.shutdownOutput();
            ScheduledFuture<?> closed =
                    channel.eventLoop().schedule(() -> close(said.channel()), LINGER.toMillis(), TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(gone -> closed.cancel(false));
        }
    }

    private static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }
}
