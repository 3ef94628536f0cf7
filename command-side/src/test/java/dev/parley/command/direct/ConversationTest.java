package dev.parley.command.direct;

import static dev.parley.command.direct.DirectFixture.ANN;
import static dev.parley.command.direct.DirectFixture.BEN;
import static dev.parley.command.direct.DirectFixture.TALK;
import static dev.parley.command.direct.DirectFixture.sent;
import static dev.parley.command.direct.DirectFixture.started;
import static dev.parley.command.direct.DirectFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.command.RepeatedCommand;
import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import java.io.IOException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** A conversation by itself. Who may do what in it: {@link BeginningTest}, {@link ReplyingTest}, {@link ReadingTest}. */
class ConversationTest {
    private final AggregateTestFixture<Conversation> conversation = new AggregateTestFixture<>(Conversation.class);

    @Test
    void tellsWhatTheSenderHasHeard() {
        conversation
                .given(started(BEN), sent(1, BEN, 1, 0, "hi"), sent(2, BEN, 2, 0, "ann?"))
                .whenInvoking(TALK.value(), open -> open.send(ANN.id(), text("hello")))
                .expectEvents(sent(3, ANN, 1, 2, "hello"));
    }

    @Test
    void isReadByWhoWritesInIt() {
        conversation
                .given(started(BEN), sent(1, BEN, 1, 0, "hi"), sent(2, ANN, 1, 1, "hello"))
                .whenInvoking(TALK.value(), open -> open.markRead(ANN.id()))
                .expectNoEvents();
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        Conversation told = told();
        told.on(new ConversationHidden(TALK, BEN.id(), 1));
        SnapshotShape.assertOfItsRevision(told);
    }

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        Conversation before = told();
        before.on(new ConversationRead(TALK, ANN.id(), 1, 1));
        before.on(new ConversationHidden(TALK, BEN.id(), 1));
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void takesACommandOnce() {
        Conversation before = told();
        assertThatExceptionOfType(RepeatedCommand.class).isThrownBy(() -> before.requireNew("command-1"));
        assertThatCode(() -> before.requireNew("command-2")).doesNotThrowAnyException();
    }

    @Test
    void remembersTheLast256Commands() {
        var handled = new HandledCommands();
        for (int i = 0; i <= HandledCommands.REMEMBERED; i++) {
            handled.add("command-" + i);
        }
        assertThat(handled.contain("command-0")).isFalse();
        assertThat(handled.contain("command-1")).isTrue();
    }

    private static Conversation told() {
        Conversation conversation = new Conversation();
        conversation.on(started(BEN));
        conversation.on(sent(1, BEN, 1, 0, "hi"), "command-1", "user");
        return conversation;
    }
}
