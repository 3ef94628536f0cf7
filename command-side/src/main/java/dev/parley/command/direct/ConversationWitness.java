package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.command.LatestEvents;
import dev.parley.command.LatestEvents.Found;
import dev.parley.command.Witness;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells up to where a conversation goes, to the two whose it is, and nothing of what was said. */
@Component
class ConversationWitness implements Witness {
    private final LatestEvents events;

    ConversationWitness(LatestEvents events) {
        this.events = events;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.CONVERSATION);
    }

    @Override
    public Evidence tell(Subject subject, Actor reporter, UserId reported) {
        var conversation = new ConversationId(subject.id());
        boolean known = reporter.isService() || conversation.isOf(reporter.id());
        Found<DirectMessageSent> last = Optional.of(conversation)
                .filter(one -> known)
                .flatMap(this::last)
                .orElseThrow(
                        () -> new CommandRejected(Rejection.UNKNOWN_CONVERSATION, "You have no such conversation."));
        InvalidValue.unless(
                conversation.isOf(reported), "subject/id", "the id of a conversation with the reported person");
        return new Evidence(subject, conversation.value(), last.sequence(), Optional.empty(), Optional.of(last.at()));
    }

    private Optional<Found<DirectMessageSent>> last(ConversationId conversation) {
        return events.find(
                conversation.value(), LatestEvents.BEFORE_ALL, List.of(DirectMessageSent.class), message -> true);
    }
}
