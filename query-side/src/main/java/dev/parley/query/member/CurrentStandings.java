package dev.parley.query.member;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.KidModes;
import dev.parley.query.Standings;
import dev.parley.query.live.LogListener;
import dev.parley.query.live.StreamStates;
import dev.parley.query.live.Watches;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How the 100,000 people stand who were last asked for: each read once from the person's own stream, and kept current by
 * the log's tail.
 */
@Component
@Order(LogListener.STATES)
class CurrentStandings implements Standings, KidModes, LogListener {
    private static final int PEOPLE = 100_000;

    private final StreamStates<Standing> standings;
    private final Watches<UserId> watches = new Watches<>();

    CurrentStandings(EventStore log) {
        this.standings = new StreamStates<>(log, Standing.UNKNOWN, CurrentStandings::after, standing -> 1, PEOPLE);
    }

    @Override
    public CompletableFuture<Standing> standing(UserId person) {
        return standings.current(person.value());
    }

    @Override
    public CompletableFuture<Boolean> isKid(UserId person) {
        return standing(person).thenApply(Standing::kid);
    }

    @Override
    public Runnable watch(UserId person, Runnable changed) {
        return watches.add(person, changed);
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberEvent.class.isAssignableFrom(event.getPayloadType())) {
            standings.on(event);
            watches.tell(new UserId(event.getAggregateIdentifier()));
        }
    }

    private static Standing after(Standing standing, DomainEventMessage<?> event) {
        return standing.after((MemberEvent) event.getPayload(), event.getTimestamp());
    }
}
