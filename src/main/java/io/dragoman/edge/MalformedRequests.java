package io.dragoman.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;

/**
 * Hands requests that are no HTTP to {@link ProtocolErrors}, and lets {@link TargetEncoder} and {@link ConnectionDrain}
 * see all others first.
 *
 * <p>Vert.x has a handler for them on its server, but Quarkus makes the server and leaves that handler at its default,
 * which answers without a body. What both leave open is the transport: it is asked to configure each server's bootstrap,
 * and there each new connection can be given the handler before its first byte is read. Holds for HTTP/1.1 without TLS,
 * which is all that is served (TLS ends in front).
 */
public final class MalformedRequests implements VertxServiceProvider {

    /** What Vert.x calls the handler at the end of each connection's pipeline. */
    private static final String VERTX_HANDLER = "handler";

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watching(builder.findTransport()));
    }

    private static void answer(HttpServerRequest request) {
        Arc.container().instance(ProtocolErrors.class).get().answerMalformed(request);
    }

    /** Gives a connection the handlers once its own initializer has made its pipeline. */
    private static final class Initializer extends ChannelInitializer<Channel> {

        private final ChannelHandler original;

        Initializer(ChannelHandler original) {
            this.original = original;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(original);
            if (channel.pipeline().get(VERTX_HANDLER) instanceof VertxHandler<?> handler
                    && handler.getConnection() instanceof HttpServerConnection connection) {
                connection.invalidRequestHandler(MalformedRequests::answer);
                channel.pipeline().addBefore(VERTX_HANDLER, "target", TargetEncoder.INSTANCE);
                addDrain(channel);
            }
        }

        /** Live reload serves a page about a failed start where there is no container. */
        private static void addDrain(Channel channel) {
            ArcContainer container = Arc.container();
            if (container != null && container.isRunning()) {
                Drain drain = container.instance(Drain.class).get();
                channel.pipeline().addBefore(VERTX_HANDLER, "drain", new ConnectionDrain(drain));
            }
        }
    }

    /** The transport that was chosen, but for the bootstraps of servers. */
    private record Watching(Transport chosen) implements Transport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            chosen.configure(options, domainSocket, bootstrap);
            bootstrap.childHandler(new Initializer(bootstrap.config().childHandler()));
        }

        @Override
        public void configure(ClientOptionsBase options, boolean domainSocket, io.netty.bootstrap.Bootstrap bootstrap) {
            chosen.configure(options, domainSocket, bootstrap);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            chosen.configure(channel, options);
        }

        @Override
        public boolean supportsDomainSockets() {
            return chosen.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return chosen.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return chosen.isAvailable();
        }

        @Override
        public Throwable unavailabilityCause() {
            return chosen.unavailabilityCause();
        }

        @Override
        public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
            return chosen.convert(address);
        }

        @Override
        public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
            return chosen.convert(address);
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
            return chosen.eventLoopGroup(type, threads, factory, ioRatio);
        }

        @Override
        public DatagramChannel datagramChannel() {
            return chosen.datagramChannel();
        }

        @Override
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return chosen.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return chosen.channelFactory(domainSocket);
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return chosen.serverChannelFactory(domainSocket);
        }
    }
}
