package dev.parley.api.http;

import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;

/**
 * Keeps a node from beginning more than it can go on with: so many reads and as many writes wait at once for the beginning
 * of their answer, whoever asks, and more are turned away before anything is made of them. To refuse must be cheap: it is paid
 * for by those who are let in. What operates the node, {@code /actuator}, always gets in.
 */
final class AtOnce {
    private static final String OPERATING = "/actuator/";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int SECONDS_TO_WAIT = 1;

    private final Semaphore reads;
    private final Semaphore writes;
    private final Counter refused;
    private final byte[] problem;

    /** @param most of either kind */
    AtOnce(int most, MeterRegistry meters) {
        this.reads = new Semaphore(most);
        this.writes = new Semaphore(most);
        this.refused = meters.counter("parley.refusals", "type", ProblemType.OVERLOADED.label());
        this.problem = Json.mapper()
                .writeValueAsBytes(Problem.of(ProblemType.OVERLOADED, "More is asked than can be done; wait a little.")
                        .retryAfter(SECONDS_TO_WAIT));
    }

    void guard(Channel channel) {
        channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "atOnce", new Door());
    }

    /** Of one connection. A request that is sent before the answer to another has its place. */
    private final class Door extends ChannelDuplexHandler {
        private Semaphore taken;
        private boolean turnedAway;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                turnedAway = !mayPass(request);
                if (turnedAway) {
                    refuse(context, request);
                }
            }
            if (turnedAway) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        /** Nobody else asks for what follows a request that was passed on to nobody. */
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.fireChannelReadComplete();
            if (turnedAway) {
                context.read();
            }
        }

        private boolean mayPass(HttpRequest request) {
            if (taken != null
                    || request.decoderResult().isFailure()
                    || request.uri().startsWith(OPERATING)) {
                return true;
            }
            Semaphore free = READS.contains(request.method()) ? reads : writes;
            taken = free.tryAcquire() ? free : null;
            return taken != null;
        }

        /** Who waits to be asked for the body may send it or not: nothing on that connection can be understood. */
        private void refuse(ChannelHandlerContext context, HttpRequest request) {
            refused.increment();
            boolean goesOn = HttpUtil.isKeepAlive(request) && !HttpUtil.is100ContinueExpected(request);
            FullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(problem));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, problem.length)
                    .setInt(HttpHeaderNames.RETRY_AFTER, SECONDS_TO_WAIT);
            HttpUtil.setKeepAlive(answer, goesOn);
            ChannelFuture written = context.writeAndFlush(answer);
            if (!goesOn) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response && begins(response)) {
                giveBack();
            }
            context.write(message, promise);
        }

        private static boolean begins(HttpResponse response) {
            return response.status().codeClass() != HttpStatusClass.INFORMATIONAL
                    || response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            giveBack();
            context.fireChannelInactive();
        }

        private void giveBack() {
            if (taken != null) {
                taken.release();
                taken = null;
            }
        }
    }
}
