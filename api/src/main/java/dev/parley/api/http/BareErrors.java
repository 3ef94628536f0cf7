package dev.parley.api.http;

import dev.parley.api.problem.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Puts a problem into errors that leave without a body. The server answers so what never becomes a request: an address
 * or headers too long, a line that is no HTTP.
 */
@Sharable
class BareErrors extends ChannelOutboundHandlerAdapter {
    private static final int FIRST_ERROR = 400;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse response && isBareError(response)) {
            context.write(withProblem(response), promise);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isBareError(FullHttpResponse response) {
        return response.status().code() >= FIRST_ERROR
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse withProblem(FullHttpResponse bare) {
        Problem problem = Problem.ofStatus(bare.status().code());
        ByteBuf body = Unpooled.wrappedBuffer(Json.mapper().writeValueAsBytes(problem));
        var answer = new DefaultFullHttpResponse(bare.protocolVersion(), bare.status(), body);
        HttpHeaders headers = answer.headers().set(bare.headers());
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        bare.release();
        return answer;
    }
}
