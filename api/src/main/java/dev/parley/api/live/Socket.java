package dev.parley.api.live;

import dev.parley.api.identity.Caller;
import dev.parley.api.limit.PersonBudgets;
import dev.parley.api.live.ClientFrame.Authenticate;
import dev.parley.api.live.ClientFrame.JoinMe;
import dev.parley.api.live.ClientFrame.JoinRoom;
import dev.parley.api.live.ClientFrame.LeaveRoom;
import dev.parley.api.live.ClientFrame.Ping;
import dev.parley.api.live.ClientFrame.ReadMessages;
import dev.parley.api.live.ClientFrame.SendMessage;
import dev.parley.api.live.ClientFrame.Typing;
import dev.parley.api.live.Received.Unreadable;
import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/**
 * One WebSocket: answers the client's frames and passes on what happens in the rooms that it has joined. Frames are
 * taken in order; their answers come as they are ready.
 */
final class Socket {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    /** Rooms that stay joined, and 64 frames in the making; past it the client's next frame waits. */
    private static final int AT_ONCE = SocketRooms.MAX + 64;

    private static final Duration PING = Duration.ofSeconds(20);
    private static final int SILENT_PINGS = 2;

    private final WebSocketSession session;
    private final Wire wire;
    private final SocketIdentity identity;
    private final SocketRooms rooms;
    private final SocketLines lines;
    private final SocketDirect direct;
    private final FrameBudget budget;
    private final PersonBudgets budgets;
    private final Sinks.One<CloseStatus> closing = Sinks.one();
    private final Disposable.Swap cut = Disposables.swap();
    private final AtomicInteger unansweredPings = new AtomicInteger();

    Socket(WebSocketSession session, Wire wire, SocketServices services) {
        this.session = session;
        this.wire = wire;
        identity = new SocketIdentity(services, this::close);
        rooms = new SocketRooms(services.rooms(), wire.loop(), this::close);
        lines = new SocketLines(services.commands(), services.budgets());
        direct = new SocketDirect(services, this::close);
        budget = new FrameBudget(services.clock());
        budgets = services.budgets();
    }

    /** Completes when the connection is closed. */
    Mono<Void> serve() {
        Mono<Void> handshake = session.getHandshakeInfo()
                .getPrincipal()
                .ofType(Caller.class)
                .doOnNext(identity::accept)
                .then();
        Mono<Void> talk = session.send(Flux.merge(1, answers(), pings()));
        Mono<Void> goodbye = closing.asMono().flatMap(session::close);
        return handshake
                .then(Mono.firstWithSignal(talk, goodbye))
                .onErrorResume(Socket::isGone, gone -> Mono.empty())
                .doFinally(end -> {
                    identity.dispose();
                    cut.dispose();
                });
    }

    /** Closes the connection with this reason after what was sent, or 1 s later without a word. */
    void close(CloseStatus reason) {
        if (closing.tryEmitValue(reason).isSuccess()) {
            cut.update(wire.cutSoon());
        }
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof AbortedException || failure instanceof IOException;
    }

    private Flux<WebSocketMessage> answers() {
        return session.receive()
                .onErrorResume(unreadable -> {
                    close(Closing.TOO_BIG);
                    return Flux.empty();
                })
                .flatMap(
                        message -> answered(message).hide(),
                        AT_ONCE,
                        1) // flatMap asks late for more after known values
                .concatMapIterable(Function.identity(), 1);
    }

    private Flux<WebSocketMessage> pings() {
        return Flux.interval(PING)
                .doOnNext(tick -> expectSignOfLife())
                .onBackpressureDrop()
                .map(tick -> session.pingMessage(buffers -> buffers.wrap(new byte[0])));
    }

    /** A ping that cannot be sent, because the client takes nothing, is one that it does not answer. */
    private void expectSignOfLife() {
        if (unansweredPings.getAndIncrement() == SILENT_PINGS) {
            close(Closing.SILENT);
        }
    }

    private Flux<List<WebSocketMessage>> answered(WebSocketMessage message) {
        return message.getType() == WebSocketMessage.Type.PING
                ? pong(message)
                : answer(message).map(batch -> batch.stream().map(this::text).toList());
    }

    /** Pings count as frames: a client that sends more than it hears of could pile up answers without end. */
    private Flux<List<WebSocketMessage>> pong(WebSocketMessage ping) {
        unansweredPings.set(0);
        byte[] payload = new byte[ping.getPayload().readableByteCount()];
        ping.getPayload().read(payload);
        return switch (budget.next()) {
            case FINE -> Flux.just(List.of(session.pongMessage(buffers -> buffers.wrap(payload))));
            case TOO_MANY -> Flux.empty();
            case FLOODING -> {
                close(Closing.FLOODING);
                yield Flux.empty();
            }
        };
    }

    private Flux<List<byte[]>> answer(WebSocketMessage message) {
        unansweredPings.set(0);
        return switch (message.getType()) {
            case TEXT -> answer(message.getPayloadAsText());
            case BINARY -> end(Closing.BINARY);
            case PING, PONG -> Flux.empty();
        };
    }

    private Flux<List<byte[]>> answer(String text) {
        return switch (budget.next()) {
            case FINE -> read(text);
            case TOO_MANY -> Flux.just(Answer.refused("", tooMany()));
            case FLOODING -> end(Closing.FLOODING);
        };
    }

    private Flux<List<byte[]>> read(String text) {
        try {
            Received received = Received.parse(text);
            String ref = received.ref();
            return act(received.frame(), ref).onErrorResume(failure -> refuse(ref, failure));
        } catch (Unreadable e) {
            return Flux.just(Answer.refused(e.ref(), e.problem()));
        }
    }

    private Flux<List<byte[]>> act(ClientFrame frame, String ref) {
        return switch (frame) {
            case Authenticate authenticate ->
                identity.authenticate(authenticate.token())
                        .doOnNext(this::takeRead)
                        .map(caller -> Answer.done(ref))
                        .flux();
            case JoinRoom join ->
                identity.caller().doOnNext(this::takeRead).flatMapMany(caller -> rooms.join(join, ref, caller));
            case LeaveRoom leave ->
                identity.caller()
                        .doOnNext(caller -> rooms.leave(leave.roomId()))
                        .map(caller -> Answer.done(ref))
                        .flux();
            case JoinMe join ->
                identity.caller().doOnNext(this::takeRead).flatMapMany(caller -> direct.join(join, ref, caller));
            case ReadMessages read ->
                identity.caller()
                        .flatMap(caller -> direct.read(read, ref, caller))
                        .flux();
            case SendMessage send ->
                identity.caller()
                        .flatMap(caller -> send.conversationId() == null
                                ? lines.send(send, ref, caller)
                                : direct.send(send, ref, caller))
                        .flux();
            case Ping ping -> identity.caller().map(caller -> Answer.done(ref)).flux();
            case Typing typing ->
                identity.caller()
                        .flatMap(caller -> typing.conversationId() == null
                                ? rooms.typing(typing.roomId(), caller)
                                : direct.typing(typing.conversationId(), caller))
                        .thenReturn(Answer.done(ref))
                        .flux();
        };
    }

    private Flux<List<byte[]>> refuse(String ref, Throwable failure) {
        Problem problem = Problem.of(failure);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("Unexpected failure of a frame", failure);
        }
        Flux<List<byte[]>> refusal = Flux.just(Answer.refused(ref, problem));
        if (problem.is(ProblemType.TOO_MANY_CONNECTIONS)) {
            return refusal.doOnComplete(() -> close(Closing.TOO_MANY_CONNECTIONS));
        }
        return problem.status() == HttpStatus.UNAUTHORIZED.value()
                ? refusal.doOnComplete(() -> close(Closing.UNAUTHENTICATED))
                : refusal;
    }

    /** As a request for the same would. */
    private void takeRead(Caller caller) {
        budgets.takeRead(caller.actor());
    }

    private Flux<List<byte[]>> end(CloseStatus reason) {
        close(reason);
        return Flux.empty();
    }

    private static Problem tooMany() {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "One socket takes 100 frames in 10 s.")
                .retryAfter(FrameBudget.WINDOW.toSeconds());
    }

    private WebSocketMessage text(byte[] bytes) {
        return new WebSocketMessage(
                WebSocketMessage.Type.TEXT, session.bufferFactory().wrap(bytes));
    }
}
