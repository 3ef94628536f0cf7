package dev.parley.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class TurnsTest {
    private final Turns turns = new Turns(1);
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Test
    void areTakenOneAfterTheOther() {
        CompletableFuture<String> answer = turns.take(() -> first).toFuture();
        assertFull();
        first.complete("one");
        assertThat(answer).isCompletedWithValue("one");
        assertThat(second()).isEqualTo("two");
    }

    @Test
    void lastAsLongAsTheReadThoughNobodyWaitsForIt() {
        Disposable waiting = turns.take(() -> first).subscribe();
        waiting.dispose();
        assertFull();
        first.complete("one");
        assertThat(second()).isEqualTo("two");
    }

    @Test
    void endWithAFailure() {
        assertThatThrownBy(() -> turns.take(() -> {
                            throw new IllegalStateException("away");
                        })
                        .block())
                .isInstanceOf(IllegalStateException.class);
        assertThat(second()).isEqualTo("two");
    }

    private String second() {
        return turns.take(() -> CompletableFuture.completedFuture("two")).block();
    }

    private void assertFull() {
        assertThatThrownBy(this::second)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().is(ProblemType.TOO_MANY_REQUESTS))
                                .isTrue());
    }
}
