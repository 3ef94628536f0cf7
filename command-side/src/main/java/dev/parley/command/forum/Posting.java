package dev.parley.command.forum;

import dev.parley.command.RepeatedCommand;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.forum.ContributionsId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.Ties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Starts topics and adds posts. A topic and what its author has contributed change together, in one unit of work; a
 * command takes a person's contributions before any topic. In a group the topic is held already when the next author's
 * contributions are taken: of two groups that wait for each other one fails, and its commands are handled one by one.
 */
@Component
class Posting {
    static final Duration SAME_WITHIN = Duration.ofHours(1);

    private final Repository<Topic> topics;
    private final Repository<Contributions> contributions;
    private final PostingRules rules;
    private final Clock clock;

    Posting(Repository<Topic> topics, Repository<Contributions> contributions, PostingRules rules, Clock clock) {
        this.topics = topics;
        this.contributions = contributions;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param request what the command's idempotency key goes with; {@code null} where it has none */
    @CommandHandler
    void handle(
            StartTopic command, @MessageIdentifier String commandId, @MetaDataValue(Envelope.REQUEST) String request)
            throws Exception {
        rules.requireMayStart(command);
        UserId author = command.actor().id();
        String titlePrint = TextPrint.of(command.title().value());
        String textPrint = TextPrint.of(command.content().value());
        Instant now = clock.instant();
        Aggregate<Contributions> own = own(author, commandId);
        Optional<Contribution> same = sameTopic(own, titlePrint, textPrint, now);
        if (same.isPresent()) {
            repeat(own, author, same.get(), request);
            return;
        }
        own.execute(before -> rules.pace().requireRoomForTopic(before, now));
        List<UserId> mentions = rules.mentions(author, command.content());
        topics.loadOrCreate(command.topicId().value(), Topic::new).execute(topic -> topic.start(command, mentions));
        own.execute(before -> before.start(author, command.topicId(), titlePrint, textPrint));
    }

    /** @param request as for a topic */
    @CommandHandler
    void handle(AddPost command, @MessageIdentifier String commandId, @MetaDataValue(Envelope.REQUEST) String request)
            throws Exception {
        rules.requireMayWrite(command.actor());
        UserId author = command.actor().id();
        String textPrint = TextPrint.of(command.content().value());
        Instant now = clock.instant();
        Aggregate<Contributions> own = own(author, commandId);
        Aggregate<Topic> topic = topics.load(command.topicId().value());
        Ties ties = rules.ties(author);
        topic.execute(there -> there.requireSeen(ties));
        topic.execute(Topic::requireTakesPosts);
        Optional<Contribution> same = samePost(own, topic, command, textPrint, now);
        if (same.isPresent()) {
            repeat(own, author, same.get(), request);
            return;
        }
        own.execute(before -> rules.pace().requireRoomForPost(before, now));
        List<UserId> mentions = rules.mentions(author, command.content());
        topic.execute(there -> there.add(author, command.content(), mentions));
        long number = topic.invoke(Topic::lastNumber);
        own.execute(before -> before.add(author, command.topicId(), number, textPrint));
    }

    private Aggregate<Contributions> own(UserId author, String commandId) throws Exception {
        Aggregate<Contributions> own =
                contributions.loadOrCreate(ContributionsId.of(author).value(), Contributions::new);
        own.execute(before -> before.requireNew(commandId));
        return own;
    }

    /** The latest topic that they started with this title, or whose first post has this text, if it is still there. */
    private Optional<Contribution> sameTopic(
            Aggregate<Contributions> own, String titlePrint, String textPrint, Instant now) {
        Instant start = now.minus(SAME_WITHIN);
        List<Contribution> same = own.invoke(before -> before.latest(
                        one -> one.startsTopic() && (one.isTitled(titlePrint, start) || one.says(textPrint, start)))
                .toList());
        return same.stream().filter(this::isThere).findFirst();
    }

    private static Optional<Contribution> samePost(
            Aggregate<Contributions> own, Aggregate<Topic> topic, AddPost command, String textPrint, Instant now) {
        Instant start = now.minus(SAME_WITHIN);
        List<Contribution> same = own.invoke(before -> before.latest(one ->
                        !one.startsTopic() && one.topic().equals(command.topicId()) && one.says(textPrint, start))
                .toList());
        return same.stream()
                .filter(one -> topic.invoke(there -> there.shows(one.number())))
                .findFirst();
    }

    private boolean isThere(Contribution start) {
        try {
            return topics.load(start.topic().value()).invoke(topic -> topic.shows(start.number()));
        } catch (AggregateNotFoundException unreadable) {
            return false;
        }
    }

    /**
     * Has the earlier one answer. A key is remembered for that; without one there is nothing new.
     *
     * @throws RepeatedCommand where there is no key
     */
    private static void repeat(Aggregate<Contributions> own, UserId author, Contribution earlier, String request) {
        if (request == null) {
            throw RepeatedCommand.of(earlier.commandId());
        }
        own.execute(before -> before.repeat(author, earlier));
    }
}
