package io.dragoman.store;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose server leaves a command unanswered for too long; one that is not asked anything may be silent.
 *
 * <p>Without it a connection to a server that is gone without a word is lost to the pool until the system gives it up,
 * which takes it a quarter of an hour or more. On the event loop of the connection alone.
 */
final class SilenceLimit extends ChannelDuplexHandler {

    private final long limit;
    private int unanswered;
    private long since;
    private @Nullable Future<?> watch;

    SilenceLimit(Duration limit) {
        this.limit = limit.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof CommandBase && unanswered++ == 0) {
            since = System.nanoTime();
            watch(context, limit);
        }
        ChannelFuture unused = context.write(message, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CommandResponse) {
            unanswered--;
            since = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    /** One timer at a time, that looks when it runs out whether it was set for a command answered long ago. */
    private void watch(ChannelHandlerContext context, long nanos) {
        if (watch == null) {
            watch = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        watch = null;
        if (unanswered <= 0) {
            return;
        }
        long left = since + limit - System.nanoTime();
        if (left > 0) {
            watch(context, left);
        } else {
            ChannelFuture unused = context.close();
        }
    }
}
