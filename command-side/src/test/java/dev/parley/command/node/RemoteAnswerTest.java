package dev.parley.command.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Failure;
import dev.parley.command.StoreUnavailable;
import java.util.concurrent.CompletionException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class RemoteAnswerTest {
    @Test
    void isAStoreThatIsAwayWhereNoNodeHasAnswered() {
        assertThat(RemoteAnswer.failure(new CompletionException(new IllegalStateException("Not connected"))))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void isABugWhereItCannotBeRead() {
        var unreadable = new SerializationException("of another shape");

        Throwable failure = RemoteAnswer.failure(new CompletionException(unreadable));

        assertThat(failure).isSameAs(unreadable);
        assertThat(Failure.of(failure)).isEqualTo(Failure.BUG);
    }
}
