package dev.parley.api.live;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.parley.api.ApiTest;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.Frame;
import dev.parley.query.moderation.live.ModeratorStream;
import dev.parley.query.moderation.live.ModeratorStreams.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** The moderators' stream over HTTP. */
class ModeratorStreamControllerTest extends ApiTest {
    private static final UserId MIA = new UserId("dev-mia");
    private static final Actor MODERATOR = Actor.of(MIA, Role.MODERATOR);
    private static final Frame CLAIMED =
            Frame.numbered(JsonMapper.shared(), "case_claimed", Map.of("case_id", "case~play~ann~1"), 8);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ModeratorStream stream = mock();

    @Test
    void tellsWhatCameAfterTheLastEvent() {
        given(moderators.open(MODERATOR, OptionalLong.of(7))).willReturn(new Opened(stream, Flux.just(CLAIMED)));
        ResponseSpec opened = open("7");
        opened.expectStatus().isOk().expectHeader().contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
        StepVerifier.create(opened.returnResult(String.class).getResponseBody())
                .expectNext("{\"case_id\":\"case~play~ann~1\"}")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void isRefusedToOthersAndForWhatIsNoPosition() {
        given(moderators.open(any(), any())).willThrow(new ReadRefused(Rejection.NOT_ALLOWED, "not yours"));
        open("7").expectStatus().isForbidden();
        open("x").expectStatus().isBadRequest();
    }

    @Test
    void endsAsSoonAsTheModeratorIsBanned() {
        AtomicReference<Runnable> look = new AtomicReference<>();
        given(standings.watch(eq(MIA), any())).willAnswer(call -> {
            look.set(call.getArgument(1));
            return (Runnable) () -> {};
        });
        given(moderators.open(MODERATOR, OptionalLong.of(7)))
                .willReturn(new Opened(stream, Flux.concat(Flux.just(CLAIMED), Flux.never())));
        StepVerifier.create(open("7").returnResult(String.class).getResponseBody())
                .expectNextCount(1)
                .then(() -> {
                    ban();
                    look.get().run();
                    then(stream).should().close("account-ban");
                })
                .thenCancel()
                .verify(PATIENCE);
    }

    private void ban() {
        var imposed = new SanctionImposed(MIA, new ActionId(MIA, 1), Sanction.ACCOUNT_BAN, "misuse", Optional.empty());
        given(standings.standing(MIA))
                .willReturn(CompletableFuture.completedFuture(Standing.UNKNOWN.after(imposed, Instant.EPOCH)));
    }

    private ResponseSpec open(String lastEventId) {
        return as("mia", "moderator")
                .get()
                .uri("/api/mod/stream")
                .header("Last-Event-ID", lastEventId)
                .exchange();
    }
}
