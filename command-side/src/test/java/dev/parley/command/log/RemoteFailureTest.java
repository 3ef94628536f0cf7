package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandRejected;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** What another node's failure is, once it has come here. */
class RemoteFailureTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Serializer serializer = NodeSerializer.create();

    @Test
    void isTheRuleThatRefusedAndUntilWhen() {
        var received = (CommandRejected) travelled(new CommandRejected(Rejection.FLOOD, "Slower.", NOON));

        assertThat(received.rule()).isEqualTo(Rejection.FLOOD);
        assertThat(received.until()).contains(NOON);
        assertThat(received).hasMessage("Slower.");
        assertThat(((CommandRejected) travelled(new CommandRejected(Rejection.BLOCKED, "No."))).until())
                .isEmpty();
    }

    @Test
    void isTheFieldOutOfItsBounds() {
        var received = (InvalidValue) travelled(new InvalidValue("content", "1 to 500 characters, not 0"));

        assertThat(received.field()).isEqualTo("content");
        assertThat(received).hasMessage("content: 1 to 500 characters, not 0");
    }

    @Test
    void isTheAggregateThatThereIsNot() {
        var received = (AggregateNotFoundException) travelled(new AggregateNotFoundException("team~none", "not found"));

        assertThat(received.getAggregateIdentifier()).isEqualTo("team~none");
    }

    @Test
    void isTheCommandThatWasRepeated() {
        assertThat(((RepeatedCommand) travelled(RepeatedCommand.of("earlier"))).earlier())
                .contains("earlier");
        assertThat(((RepeatedCommand) travelled(new RepeatedCommand())).earlier())
                .isEmpty();
    }

    @Test
    void keepsItsKindWhateverElseItWas() {
        assertThat(Failure.of(travelled(new ConcurrencyException("taken")))).isEqualTo(Failure.CONFLICT);
        assertThat(Failure.of(travelled(new TooManyWaiting()))).isEqualTo(Failure.TURNED_AWAY);
        assertThat(Failure.of(travelled(new StoreUnavailable("away", null)))).isEqualTo(Failure.AWAY);
        assertThat(Failure.of(travelled(new IllegalStateException("bug")))).isEqualTo(Failure.BUG);
        assertThat(Failure.of(travelled(new CompletionException(new StoreUnavailable("away", null)))))
                .isEqualTo(Failure.AWAY);
    }

    private Throwable travelled(Throwable failure) {
        var sent = serializer.serialize(RemoteFailure.of(failure), byte[].class);
        return ((RemoteFailure) serializer.deserialize(sent)).received();
    }
}
