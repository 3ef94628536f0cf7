package dev.parley.api.relations;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.relations.RelatedView;
import dev.parley.query.relations.RelationsQuery.ListFollowing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.http.HttpMethod;

/** Following and blocking over HTTP. */
class RelationsControllerTest extends ApiTest {
    private static final UserId BEN = new UserId("dev-ben");
    private static final Actor ANN = Actor.of(new UserId("dev-ann"), Role.USER);

    @BeforeEach
    void people() {
        given(usernames.find(new Username("ben"))).willReturn(Optional.of(BEN));
        given(usernames.find(new Username("ann"))).willReturn(Optional.of(ANN.id()));
    }

    @Test
    void changeByUsername() {
        change(HttpMethod.POST, "/api/users/ben/follow/");
        change(HttpMethod.DELETE, "/api/users/ben/follow");
        change(HttpMethod.POST, "/api/users/ben/block/");
        change(HttpMethod.DELETE, "/api/users/ben/block");
        then(commands).should().send(eq(new Follow(ANN, BEN)), any());
        then(commands).should().send(eq(new Unfollow(ANN, BEN)), any());
        then(commands).should().send(eq(new Block(ANN, BEN)), any());
        then(commands).should().send(eq(new Unblock(ANN, BEN)), any());
    }

    @Test
    void areNotToOneself() {
        as("ann")
                .post()
                .uri("/api/users/ann/follow")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo("/username");
    }

    @Test
    void areListedForOneselfAndModeratorsAlone() {
        var page = new Page<>(List.of(new RelatedView(PersonView.of(BEN, "ben"), Instant.EPOCH)), null);
        var moderator = Actor.of(new UserId("dev-mo"), Role.MODERATOR);
        var stranger = Actor.of(BEN, Role.USER);
        answer(ANN, CompletableFuture.completedFuture(page));
        answer(moderator, CompletableFuture.completedFuture(page));
        answer(stranger, CompletableFuture.failedFuture(new ReadRefused(Rejection.NOT_ALLOWED, "not yours")));
        as("ann")
                .get()
                .uri("/api/users/ann/following/")
                .exchange()
                .expectStatus()
                .isOk();
        as("mo", "moderator")
                .get()
                .uri("/api/users/ann/following")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items":[{"user":{"id":"dev-ben","username":"ben"},"since":"1970-01-01T00:00:00.000Z"}]}""");
        as("ben")
                .get()
                .uri("/api/users/ann/following")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/not-allowed");
    }

    private void answer(Actor viewer, CompletableFuture<Page<RelatedView>> answer) {
        given(queries.query(
                        eq(new ListFollowing(viewer, ANN.id(), "", 50)), ArgumentMatchers.<PageOf<RelatedView>>any()))
                .willReturn(answer);
    }

    private void change(HttpMethod method, String path) {
        as("ann").method(method).uri(path).exchange().expectStatus().isNoContent();
    }
}
