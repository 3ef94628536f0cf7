package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.parley.command.Command;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.log.Counter.Count;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A way in, at the end of which each command finds something else in its place. */
class CommandDispatcherTest {
    private static final Actor ANN = Actor.of(new UserId("ann"), Role.USER);
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final MockClock clock = new MockClock();
    private final CommandBus bus = mock();
    private final BlockingQueue<CommandCallback<Command, Outcome>> tries = new LinkedBlockingQueue<>();
    private final CommandDispatcher commands = new CommandDispatcher(
            bus, mock(), Runnable::run, new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock), DEADLINE);

    @BeforeEach
    void keepWhatIsDispatched() {
        willAnswer(dispatched -> tries.add(dispatched.getArgument(1)))
                .given(bus)
                .dispatch(any(), any());
    }

    @Test
    void triesAgainWhileTheSenderWaits() throws InterruptedException {
        send();
        clock.add(DEADLINE.minusNanos(1));
        conflict();
        assertThat(tries.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void doesNotTryAgainOnceTheSenderWaitsNoMore() throws InterruptedException {
        CompletableFuture<Outcome> sent = send();
        clock.add(DEADLINE);
        conflict();
        assertThat(sent)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailable.class);
        assertThat(tries).isEmpty();
    }

    private CompletableFuture<Outcome> send() {
        return commands.send(new Count(ANN, "counter", "one"), Origin.of("request"));
    }

    private void conflict() throws InterruptedException {
        tries.take()
                .onResult(null, GenericCommandResultMessage.asCommandResultMessage(new ConcurrencyException("taken")));
    }
}
