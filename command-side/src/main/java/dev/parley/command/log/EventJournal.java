package dev.parley.command.log;

import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Names each event after the command that it came of, and notes in the unit of work which command led to which. The
 * first event of a command has the command's id, the following ones {@code <id>.1}, {@code <id>.2} and so on: ids are
 * unique in the log, so no command can be stored twice.
 */
class EventJournal implements MessageDispatchInterceptor<EventMessage<?>> {
    private static final String EVENTS = EventJournal.class.getName() + ".events";

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, event) -> note((DomainEventMessage<?>) event);
    }

    private static EventMessage<?> note(DomainEventMessage<?> event) {
        String command = (String) event.getMetaData().get(Envelope.COMMAND);
        List<Recorded<?>> noted =
                eventsOf(CurrentUnitOfWork.get()).computeIfAbsent(command, first -> new ArrayList<>());
        DomainEventMessage<?> named = named(event, idOf(command, noted.size()));
        noted.add(recorded(named));
        return named;
    }

    private static <T> DomainEventMessage<T> named(DomainEventMessage<T> event, String id) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                id,
                event.getTimestamp());
    }

    /** The id of a command's event, counted from 0. */
    static String idOf(String command, int index) {
        return index == 0 ? command : command + "." + index;
    }

    static Recorded<?> recorded(DomainEventMessage<?> event) {
        return new Recorded<>(
                event.getPayload(), event.getAggregateIdentifier(), event.getSequenceNumber(), event.getTimestamp());
    }

    /** What this command led to in a unit of work that has been committed; empty if to no event. */
    static Optional<Outcome> outcome(UnitOfWork<?> unit, String command) {
        return Optional.ofNullable(eventsOf(unit).get(command))
                .map(events -> new Outcome(events, (Long) unit.resources().get(GroupCommitEngine.POSITION)));
    }

    /** The streams that the unit of work adds events to. */
    static Set<String> streams(UnitOfWork<?> unit) {
        return eventsOf(unit).values().stream()
                .flatMap(List::stream)
                .map(Recorded::stream)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Recorded<?>>> eventsOf(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(EVENTS, key -> new HashMap<>());
    }
}
