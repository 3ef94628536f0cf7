package dev.parley.api.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which a request has begun and has not arrived whole in time, however busily it trickles. How
 * long its answer takes does not matter, nor what comes once a connection has become a WebSocket. The beginning of a
 * request that came in one piece with the end of another is seen once more of it comes; without, the connection is idle.
 */
final class ArrivalLimit {
    private final Duration limit;
    private boolean arriving;
    private Future<?> closing;

    private ArrivalLimit(Duration limit) {
        this.limit = limit;
    }

    static void guard(Channel channel, Duration limit) {
        ArrivalLimit arrivals = new ArrivalLimit(limit);
        channel.pipeline().addBefore(NettyPipeline.HttpCodec, "requestBytes", arrivals.new Bytes());
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "requestEnds", arrivals.new Ends());
    }

    private void stop() {
        arriving = false;
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }

    /** Most requests come in one piece: the clock is started for what is left over. */
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            arriving = context.pipeline().get(NettyPipeline.HttpCodec) != null;
            context.fireChannelRead(message);
            if (arriving && closing == null) {
                closing = context.executor().schedule(() -> context.close(), limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }
    }

    private final class Ends extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                stop();
            }
            context.fireChannelRead(message);
        }
    }
}
