package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.direct.search.DirectSearch;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.mockito.Mockito;

/** The read model of conversations with all who answer from it. */
@Contract
final class ConversationsUnderTest implements AutoCloseable {
    static final UserId ANN = new UserId("ann.of$green.gables");
    static final UserId BOB = new UserId("$bob.");
    static final UserId CID = new UserId("1");

    final MongoForTests mongo = new MongoForTests();
    final NamesForTests names = new NamesForTests();
    final DirectSearch search = Mockito.mock();
    final ConversationProjection projection = new ConversationProjection(mongo.writes());
    final ConversationQueryHandler queries = new ConversationQueryHandler(
            new Inboxes(mongo.readModels()), new DirectMessages(mongo.readModels()), names);
    final ConversationListHandler lists = new ConversationListHandler(
            new Inboxes(mongo.readModels()), new DirectMessages(mongo.readModels()), search, names);
    final MissedMessagesHandler missed =
            new MissedMessagesHandler(new Inboxes(mongo.readModels()), new DirectMessages(mongo.readModels()), names);

    void play(Stream<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(
                batch,
                (event, message) -> projection.on(
                        (ConversationEvent) event,
                        message.getSequenceNumber(),
                        message.getTimestamp(),
                        message.trackingToken()));
    }

    void play(Talks talks) {
        play(talks.from(0));
    }

    @Override
    public void close() {
        mongo.close();
    }
}
