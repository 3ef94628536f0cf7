package dev.parley.command.forum;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.forum.Contribution.Wording;
import dev.parley.command.forum.OriginalPosts.Original;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.ContributionEvent.ContributionRepeated;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.ContributionEvent.PostContributed;
import dev.parley.kernel.forum.ContributionEvent.TopicContributed;
import dev.parley.kernel.forum.ContributionsId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** What one person wrote in the forum, as far as the rules for what comes next look at it: the last 100, and 20 edits. */
@Revision("4")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Contributions {
    static final int REMEMBERED = 100;

    @AggregateIdentifier
    private ContributionsId id;

    private List<Contribution> latest = new ArrayList<>();
    private List<Edit> edits = new ArrayList<>();

    Contributions() {} // filled from events

    /** @throws RepeatedCommand if this command has led to a topic or a post before */
    void requireNew(String commandId) {
        if (latest.stream().anyMatch(one -> one.commandId().equals(commandId))) {
            throw new RepeatedCommand();
        }
    }

    /** Those that fit, the latest first. */
    Stream<Contribution> latest(Predicate<Contribution> fits) {
        return latest.reversed().stream().filter(fits);
    }

    /** When posts were edited, the latest first. */
    List<Instant> latestEdits() {
        return edits.reversed().stream().map(Edit::at).toList();
    }

    /** Whether the post says exactly this already, as far as the edits that are remembered tell. */
    boolean say(Original original, String text) {
        PostAdded post = original.post();
        Stream<Edit> ofThisPost = edits.reversed().stream()
                .filter(edit -> edit.number() == post.number() && edit.topic().equals(post.topicId()));
        return ofThisPost
                .findFirst()
                .map(edit -> edit.textPrint().text().equals(TextPrint.ofExactly(text)))
                .orElseGet(() -> rememberEditsSince(original.at())
                        && post.content().text().equals(text));
    }

    private boolean rememberEditsSince(Instant start) {
        return edits.size() < ForumPace.MOST || edits.getFirst().at().isBefore(start);
    }

    void start(UserId person, TopicId topic, String titlePrint, String textPrint) {
        apply(new TopicContributed(
                person, topic, new PersonalText(person, titlePrint), new PersonalText(person, textPrint)));
    }

    void add(UserId person, TopicId topic, long number, String textPrint) {
        apply(new PostContributed(person, topic, number, new PersonalText(person, textPrint)));
    }

    void edit(Original original, String text) {
        PostAdded post = original.post();
        var exactly = new PersonalText(post.author(), TextPrint.ofExactly(text));
        var roughly = new PersonalText(post.author(), TextPrint.of(text));
        apply(new EditContributed(post.author(), post.topicId(), post.number(), original.at(), exactly, roughly));
    }

    void repeat(UserId person, Contribution earlier) {
        apply(new ContributionRepeated(person, earlier.commandId()));
    }

    @EventSourcingHandler
    void on(TopicContributed event, @Timestamp Instant at, @MetaDataValue(Envelope.COMMAND) String commandId) {
        id = event.contributionsId();
        keep(new Contribution(
                event.topicId(), 1, at, event.titlePrint(), new Wording(event.textPrint(), at), commandId));
    }

    @EventSourcingHandler
    void on(PostContributed event, @Timestamp Instant at, @MetaDataValue(Envelope.COMMAND) String commandId) {
        id = event.contributionsId();
        var untitled = new PersonalText(event.person(), "");
        var wording = new Wording(event.textPrint(), at);
        keep(new Contribution(event.topicId(), event.number(), at, untitled, wording, commandId));
    }

    @EventSourcingHandler
    void on(EditContributed event, @Timestamp Instant at) {
        id = event.contributionsId();
        edits.add(new Edit(event.topicId(), event.number(), at, event.textPrint()));
        if (edits.size() > ForumPace.MOST) {
            edits.removeFirst();
        }
        var wording = new Wording(event.roughPrint(), at);
        latest.replaceAll(one -> one.isOf(event.topicId(), event.number()) ? one.reworded(wording) : one);
    }

    private void keep(Contribution one) {
        latest.add(one);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
    }
}
