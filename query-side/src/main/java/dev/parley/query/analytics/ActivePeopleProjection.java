package dev.parley.query.analytics;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonField;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import dev.parley.query.analytics.Tally.Mark;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Counts who is active: everybody but services in whose name anything has happened, for each day, week and month. Those of
 * a period stand in up to {@value #PARTS} documents, some 60 bytes each: 100 of 100,000 people in one of them.
 */
@Projection(
        name = "active-people",
        collections = {ActivePeopleProjection.COUNTS, ActivePeopleProjection.MARKS},
        restMillis = 500)
class ActivePeopleProjection {
    static final String COUNTS = "active_people";
    static final String MARKS = "active_people_marks";

    private static final int PARTS = 1_024;

    private final Tally tally;

    ActivePeopleProjection(Writes writes, MongoDatabase writtenDatabase) {
        tally = new Tally(writes, writtenDatabase, COUNTS, MARKS, ActivePeopleProjection::marks);
    }

    @EventHandler
    void on(TrackedEventMessage<?> event) {
        tally.take(event);
    }

    private static Stream<Mark> marks(TrackedEventMessage<?> event) {
        Object actor = event.getMetaData().get(Envelope.ACTOR);
        boolean person = actor != null
                && !actor.equals(UserId.SYSTEM.value())
                && !Role.SERVICE.label().equals(event.getMetaData().get(Envelope.ROLE));
        return person ? marks(event, new UserId((String) actor)) : Stream.empty();
    }

    private static Stream<Mark> marks(TrackedEventMessage<?> event, UserId person) {
        String part = Integer.toString(Math.floorMod(person.value().hashCode(), PARTS));
        return Stream.of(Period.values())
                .map(period -> new Mark(period.of(Tally.day(event)), part, PersonField.of(person)));
    }
}
