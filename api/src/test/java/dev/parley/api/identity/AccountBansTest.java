package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.parley.api.ApiTest;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import reactor.core.Disposable;

/** What an account that is closed leaves its owner. */
class AccountBansTest extends ApiTest {
    private static final UserId ANN = new UserId("dev-ann");
    private static final Instant END = Instant.parse("2999-01-01T00:00:00Z");

    @Autowired
    private AccountBans bans;

    @Test
    void isNoRouteButToLookAtWhy() {
        banned(Sanction.ACCOUNT_BAN);
        for (String path : new String[] {"/api/chat/rooms/", "/api/forum/topics", "/api/inbox/", "/api/nothing"}) {
            as("ann", "user", "moderator")
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.FORBIDDEN)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://parley.dev/problems/account-ban")
                    .jsonPath("$.until")
                    .isEqualTo("2999-01-01T00:00:00.000Z")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).endsWith("cheating"));
        }
    }

    @Test
    void isToTakeAwayWhatIsTheirs() {
        banned(Sanction.ACCOUNT_BAN);
        as("ann", "user").get().uri("/api/me/export/").exchange().expectStatus().isOk();
    }

    @Test
    void isAllWhereOnlyWritingIsClosed() {
        banned(Sanction.COMM_BAN);
        as("ann", "user").get().uri("/api/nothing").exchange().expectStatus().isNotFound();
    }

    @Test
    void isAllForAdmins() {
        banned(Sanction.ACCOUNT_BAN);
        as("ann", "admin").get().uri("/api/nothing").exchange().expectStatus().isNotFound();
        boolean[] ended = {false};
        bans.whenBanned(Actor.of(ANN, Role.ADMIN), () -> ended[0] = true);
        assertThat(ended[0]).isFalse();
    }

    @Test
    void isAllWhileTheLogIsAway() {
        given(standings.standing(any())).willReturn(CompletableFuture.failedFuture(new IllegalStateException("away")));
        as("ann", "user").get().uri("/api/nothing").exchange().expectStatus().isNotFound();
    }

    @Test
    void endsWhatIsOpenAtOnce() {
        given(standings.watch(any(), any())).willReturn(() -> {});
        boolean[] ended = {false};
        Disposable before = bans.whenBanned(Actor.of(ANN, Role.USER), () -> ended[0] = true);
        assertThat(ended[0]).isFalse();
        before.dispose();
        banned(Sanction.ACCOUNT_BAN);
        bans.whenBanned(Actor.of(ANN, Role.USER), () -> ended[0] = true);
        assertThat(ended[0]).isTrue();
    }

    @Test
    void endsWhatIsOpenOnceTheLogIsBack() {
        given(standings.watch(any(), any())).willReturn(() -> {});
        given(standings.standing(any())).willReturn(CompletableFuture.failedFuture(new IllegalStateException("away")));
        AtomicBoolean ended = new AtomicBoolean();
        bans.whenBanned(Actor.of(ANN, Role.USER), () -> ended.set(true));
        assertThat(ended).isFalse();
        banned(Sanction.ACCOUNT_BAN);
        await().untilTrue(ended);
    }

    private void banned(Sanction sanction) {
        var imposed = new SanctionImposed(ANN, new ActionId(ANN, 1), sanction, "cheating", Optional.of(END));
        given(standings.standing(any()))
                .willReturn(CompletableFuture.completedFuture(Standing.UNKNOWN.after(imposed, Instant.EPOCH)));
    }
}
