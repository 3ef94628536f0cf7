package dev.parley.query.moderation.appeal;

import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.query.MongoForTests;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;

/** The read model of appeals, for tests of other packages too. */
public final class AppealsForTests {
    private final MongoForTests mongo;
    private final AppealProjection projection;
    private final Appeals stored;

    public AppealsForTests(MongoForTests mongo) {
        this.mongo = mongo;
        projection = new AppealProjection(mongo.writes());
        stored = new Appeals(mongo.readModels());
    }

    public Appeals stored() {
        return stored;
    }

    /** Has one batch of appeals' events handled. */
    public void play(GenericTrackedDomainEventMessage<?>... batch) {
        mongo.play(
                Stream.of(batch),
                (event, message) -> projection.on((AppealEvent) event, message, message.trackingToken()));
    }
}
