package dev.parley.query.forum.search;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.ReactionsId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** A log of a forum, with posts numbered as the command side numbers them, and a second between two events. */
final class ForumLog {
    static final CategoryId GENERAL = new CategoryId("general");
    static final CategoryId FEEDBACK = new CategoryId("feedback");
    static final UserId MODERATOR = new UserId("mod");

    private final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<TopicId, Long> posts = new HashMap<>();
    private final Map<String, PostId> ids = new HashMap<>();
    private final Map<TopicId, CategoryId> categories = new HashMap<>();
    private Instant now = Streams.START;

    static TopicId topic(int number) {
        return new TopicId("topic~00000000-0000-4000-8000-%012d".formatted(number));
    }

    ForumLog at(Instant instant) {
        now = instant;
        return this;
    }

    ForumLog start(int topic, CategoryId category, String author, String title, String content) {
        var by = new UserId(author);
        categories.put(topic(topic), category);
        append(topic(topic).value(), new TopicStarted(topic(topic), category, by, new PersonalText(by, title)));
        return reply(topic, author, content);
    }

    ForumLog start(int topic, String author, String title, String content) {
        return start(topic, GENERAL, author, title, content);
    }

    ForumLog reply(int topic, String author, String content) {
        var by = new UserId(author);
        long number = posts.merge(topic(topic), 1L, Long::sum);
        long sequence = append(
                topic(topic).value(),
                new PostAdded(topic(topic), number, by, new PersonalText(by, content), List.of(), number));
        ids.put(topic + "/" + number, new PostId(topic(topic), number, sequence));
        return this;
    }

    ForumLog edit(int topic, long number, String author, String content) {
        var by = new UserId(author);
        append(
                topic(topic).value(),
                new PostEdited(topic(topic), number, by, new PersonalText(by, content), List.of()));
        return this;
    }

    ForumLog erase(int topic, long number) {
        append(topic(topic).value(), new PostErased(topic(topic), number, 0));
        return this;
    }

    ForumLog remove(int topic, long number) {
        append(topic(topic).value(), new PostRemoved(topic(topic), number, MODERATOR, 0));
        return this;
    }

    ForumLog move(int topic, CategoryId to) {
        CategoryId from = categories.put(topic(topic), to);
        append(topic(topic).value(), new TopicMoved(topic(topic), from, to, MODERATOR));
        return this;
    }

    ForumLog remove(int topic) {
        append(topic(topic).value(), new TopicRemoved(topic(topic), MODERATOR));
        return this;
    }

    ForumLog react(int topic, long number, String by, Reaction reaction) {
        PostId post = post(topic, number);
        append(ReactionsId.of(post).value(), new ReactionAdded(post, new UserId(by), reaction));
        return this;
    }

    ForumLog takeBack(int topic, long number, String by, Reaction reaction) {
        PostId post = post(topic, number);
        append(ReactionsId.of(post).value(), new ReactionTakenBack(post, new UserId(by), reaction));
        return this;
    }

    PostId post(int topic, long number) {
        return ids.get(topic + "/" + number);
    }

    List<GenericTrackedDomainEventMessage<?>> all() {
        return List.copyOf(log);
    }

    Stream<GenericTrackedDomainEventMessage<?>> from(int position) {
        return all().stream().skip(position);
    }

    private long append(String stream, Object event) {
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        long position = log.size();
        log.add(Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        "Test", stream, sequence, event, MetaData.emptyInstance(), "event" + position, now)));
        now = now.plusSeconds(1);
        return sequence;
    }
}
