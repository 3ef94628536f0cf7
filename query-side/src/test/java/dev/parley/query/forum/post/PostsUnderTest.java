package dev.parley.query.forum.post;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.Page;
import dev.parley.query.PastLogForTests;
import dev.parley.query.PastReads;
import dev.parley.query.StandingsForTests;
import dev.parley.query.Streams;
import dev.parley.query.Writes;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;

/** One topic with its posts, as the projection stores it and as it is read. */
@Contract
final class PostsUnderTest implements AutoCloseable {
    static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");
    static final UserId ANN = new UserId("ann");
    static final UserId BOB = new UserId("bob");

    final MongoForTests mongo = new MongoForTests();
    final NamesForTests names = new NamesForTests();
    final StandingsForTests kids = new StandingsForTests();
    final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();
    final PastLogForTests past = new PastLogForTests();
    private final Markup markup = Markup.with(Set.of("i.imgur.com"), Set.of("lichess.org"), Set.of("lichess.org"));
    final PostProjection projection;
    final PostQueryHandler queries;
    final PostPages pages;
    private final PostReader reader;
    final PostViews views;
    private final Map<String, Long> sequences = new HashMap<>();
    private int played;

    PostsUnderTest() {
        var stored = new StoredPosts(mongo.readModels());
        reader = new PostReader(stored, names);
        var readers = new ForumReaders(kids);
        projection = new PostProjection(mongo.writes(), markup);
        queries = new PostQueryHandler(readers, stored, new OlderVersions(new PastReads(past)), markup);
        pages = new PostPages(readers, stored, reader, names);
        views = new PostViews(stored, names, markup);
    }

    static PostId id(long number) {
        return new PostId(TOPIC, number, number);
    }

    static PostAdded added(long number, UserId author, String content, UserId... mentions) {
        return new PostAdded(TOPIC, number, author, new PersonalText(author, content), List.of(mentions), number);
    }

    static PostEdited edited(long number, UserId author, String content, UserId... mentions) {
        return new PostEdited(TOPIC, number, author, new PersonalText(author, content), List.of(mentions));
    }

    static ReactionAdded reacts(long number, UserId by, Reaction reaction) {
        return new ReactionAdded(id(number), by, reaction);
    }

    static ReactionTakenBack takesBack(long number, UserId by, Reaction reaction) {
        return new ReactionTakenBack(id(number), by, reaction);
    }

    /** A page as {@link PostPages} builds one, before it is JSON. */
    Page<PostView> list(ListPosts query) {
        pages.read(query).join();
        return reader.page(query, Set.of(query.viewer().id()))
                .thenApply(PostReader.Shown::page)
                .join();
    }

    /** Appends to the log, without any of it being stored. */
    PostsUnderTest happen(Object... events) {
        Stream.of(events).forEach(event -> {
            String stream = event instanceof ReactionEvent reaction
                    ? reaction.reactionsId().toString()
                    : TOPIC.value();
            long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            log.add(Streams.logged(log.size(), Streams.message(stream, sequence, event)));
            past.add(List.of(log.getLast()));
        });
        return this;
    }

    /** Stores what has happened since, in one batch. */
    void project() {
        play(log.subList(played, log.size()));
        played = log.size();
    }

    void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(batch.stream(), (event, message) -> handle(projection, event, message));
    }

    /** All of the log, into a database of which nothing is sure. */
    void playInto(MongoDatabase database) {
        Writes writes = MongoForTests.writesTo(database);
        var other = new PostProjection(writes, markup);
        MongoForTests.play(log.stream(), (event, message) -> handle(other, event, message), writes);
    }

    private static void handle(PostProjection posts, Object event, GenericTrackedDomainEventMessage<?> message) {
        if (event instanceof TopicEvent topic) {
            posts.on(topic, message.getSequenceNumber(), message.getTimestamp(), message.trackingToken());
        } else {
            posts.on((ReactionEvent) event, message.getSequenceNumber(), message.trackingToken());
        }
    }

    @Override
    public void close() {
        mongo.close();
    }
}
