package dev.parley.query.room;

import dev.parley.kernel.room.RoomEvent;
import dev.parley.query.MongoForTests;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/** The stored rooms, for tests of what reads them. */
public final class RoomsForTests {
    private final MongoForTests mongo;
    private final RoomProjection projection;

    public RoomsForTests(MongoForTests mongo) {
        this.mongo = mongo;
        this.projection = new RoomProjection(mongo.writes());
    }

    public void play(Stream<DomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) ->
                        projection.on((RoomEvent) event, message.getSequenceNumber(), message.getTimestamp()));
    }
}
