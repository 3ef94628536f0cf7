package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.parley.query.Positions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class FreshnessTest {
    private final Positions positions = mock(Positions.class);
    private final CompletableFuture<Void> projected = new CompletableFuture<>();
    private final CompletableFuture<Void> seen = new CompletableFuture<>();
    private final CompletableFuture<String> answer = read();

    /** A line is in the read model before the tail has seen that its reader blocks its author. */
    @Test
    void waitsForTheLogsTailAsWellAsForTheReadModel() {
        projected.complete(null);
        assertThat(answer).isNotDone();
        seen.complete(null);
        assertThat(answer).isCompletedWithValue("lines");
    }

    @Test
    void waitsForTheReadModelAsWellAsForTheLogsTail() {
        seen.complete(null);
        assertThat(answer).isNotDone();
        projected.complete(null);
        assertThat(answer).isCompletedWithValue("lines");
    }

    private CompletableFuture<String> read() {
        given(positions.reached("messages", 7)).willReturn(projected);
        given(positions.seen(7)).willReturn(seen);
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/api/chat/r1/messages").header(Freshness.MIN_POSITION, "7"));
        return new Freshness(positions)
                .read(exchange, () -> CompletableFuture.completedFuture("lines"), "messages")
                .toFuture();
    }
}
