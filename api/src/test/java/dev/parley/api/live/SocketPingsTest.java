package dev.parley.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A WebSocket whose client takes nothing that is sent. */
class SocketPingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<CloseStatus> closed = new ArrayList<>();
    private VirtualTimeScheduler time;

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letGo() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void endItAfterThreeThatCouldNotBeSent() {
        Connections connections = mock();
        given(connections.take(any())).willReturn(Disposables.disposed());
        AccountBans bans = mock();
        given(bans.whenBanned(any(), any())).willReturn(Disposables.disposed());
        var services = new SocketServices(
                mock(), mock(), mock(), mock(), mock(), mock(), connections, bans, Clock.fixed(NOON, ZoneOffset.UTC));
        new Socket(session(), Wire.unknown(), services).serve().subscribe();
        time.advanceTimeBy(Duration.ofSeconds(59));
        assertThat(closed).isEmpty();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(closed).containsExactly(Closing.SILENT);
    }

    private WebSocketSession session() {
        var ann = new Caller(
                Actor.of(new UserId("ann"), Role.USER), new Username("ann"), NOON, NOON.plus(Duration.ofHours(1)));
        WebSocketSession session = mock();
        given(session.getHandshakeInfo())
                .willReturn(new HandshakeInfo(URI.create("/ws"), new HttpHeaders(), Mono.just(ann), null));
        given(session.receive()).willReturn(Flux.never());
        given(session.send(any())).willAnswer(asked -> unread(asked.getArgument(0)));
        given(session.pingMessage(any())).willReturn(mock());
        given(session.close(any())).willAnswer(asked -> {
            closed.add(asked.getArgument(0));
            return Mono.empty();
        });
        return session;
    }

    private static Mono<Void> unread(Publisher<WebSocketMessage> messages) {
        return Mono.<Void>never()
                .doOnSubscribe(begun -> messages.subscribe(new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        // asks for nothing
                    }
                }));
    }
}
