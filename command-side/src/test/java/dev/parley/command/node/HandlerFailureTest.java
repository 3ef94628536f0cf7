package dev.parley.command.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandRejected;
import dev.parley.command.Failure;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.TooManyWaiting;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a command fails with on another node, and how it comes to the one that sent it. */
class HandlerFailureTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String COMMAND = "fail";

    private final Serializer serializer = NodeSerializer.create();

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new CommandRejected(Rejection.BLOCKED, "No."),
                new CommandRejected(Rejection.FLOOD, "Slower.", NOON),
                new InvalidValue("content", "1 to 500 characters, not 0"),
                new InvalidValue("", "one object"),
                new AggregateNotFoundException("team~none", "not found"),
                new AggregateNotFoundException("content", "content: says what a value out of its bounds does"),
                new RepeatedCommand(),
                RepeatedCommand.of("earlier"),
                new ConcurrencyException("taken"),
                new LockAcquisitionFailedException("each has what the other needs"),
                new TooManyWaiting(),
                new StoreUnavailable("away", null),
                new EventStoreException("away"),
                new DataAccessResourceFailureException("away"),
                new CompletionException(new StoreUnavailable("away", null)),
                new IllegalStateException("bug"),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isTheSameForWhoeverSentTheCommand(RuntimeException failure) {
        Throwable received = received(failure);

        assertThat(Failure.of(received)).isEqualTo(Failure.of(failure));
        assertThat(HandlerFailure.of(received)).isEqualTo(HandlerFailure.of(failure));
    }

    @Test
    void isTriedOfEveryKind() {
        assertThat(failures().map(Failure::of)).contains(Failure.values());
        assertThat(failures().map(HandlerFailure::of).map(Object::getClass).<Class<?>>map(kind -> kind))
                .contains(HandlerFailure.class.getPermittedSubclasses());
    }

    private Throwable received(RuntimeException failure) {
        SimpleCommandBus handling = SimpleCommandBus.builder().build();
        handling.subscribe(COMMAND, command -> {
            throw failure;
        });
        var told = new AtomicReference<Throwable>();
        new HandlingBus(handling)
                .dispatch(
                        new GenericCommandMessage<>(new GenericMessage<>("payload"), COMMAND),
                        (command, result) -> told.set(result.exceptionResult()));
        Object details = HandlerExecutionException.resolveDetails(told.get()).orElseThrow();
        Object read = serializer.deserialize(serializer.serialize(details, byte[].class));
        return RemoteAnswer.failure(new CommandExecutionException("Handled elsewhere", null, read));
    }
}
