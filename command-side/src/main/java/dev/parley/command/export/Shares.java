package dev.parley.command.export;

import static dev.parley.command.export.Share.NONE;
import static dev.parley.command.export.Share.allIf;
import static dev.parley.command.export.Share.butFor;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.export.ExportEvent;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.UsernameEvent;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.ReporterEvent;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.room.NotesEvent;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.RoomEvent;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/**
 * What of the log somebody may have as their own: what they wrote and did, what is addressed to them, and what was done
 * about them as far as they are told of it anyway. Not who follows, blocks or reports them, nor what moderators look at and
 * write about them. Whatever is told names the person in its payload or is done by them.
 */
final class Shares {
    private Shares() {}

    static Optional<Share> of(EventMessage<?> event, UserId person) {
        return switch (event.getPayload()) {
            case MemberEvent member -> allIf(member.member().equals(person));
            case UsernameEvent name -> allIf(owner(name).equals(person));
            case RelationsEvent relations -> allIf(relations.person().equals(person));
            case RoomEvent room -> RoomShares.of(room, person);
            case NotesEvent notes -> ofNotes(notes, person);
            case ConversationEvent conversation -> ofConversation(conversation, person);
            case TopicEvent topic ->
                TopicShares.of(topic, person, person.value().equals(actor(event)));
            case TopicViewed view -> butFor(view.viewer().equals(person), "views");
            case ReactionEvent reaction -> allIf(by(reaction).equals(person));
            case ActivityReported activity -> allIf(activity.member().equals(person));
            case CaseEvent report -> CaseShares.of(report, person);
            case ReporterEvent reporter -> CaseShares.of(reporter, person);
            case AppealEvent appeal -> CaseShares.of(appeal, person);
            case ExportEvent export -> allIf(export.by().equals(person));
            default -> NONE;
        };
    }

    private static Object actor(EventMessage<?> event) {
        return event.getMetaData().get(Envelope.ACTOR);
    }

    private static UserId owner(UsernameEvent event) {
        return switch (event) {
            case UsernameClaimed claimed -> claimed.owner();
            case UsernameReleased released -> released.owner();
        };
    }

    private static UserId by(ReactionEvent event) {
        return switch (event) {
            case ReactionAdded added -> added.by();
            case ReactionTakenBack takenBack -> takenBack.by();
        };
    }

    private static Optional<Share> ofNotes(NotesEvent event, UserId person) {
        return switch (event) {
            case NotesWritten notes -> allIf(notes.writer().equals(person));
        };
    }

    private static Optional<Share> ofConversation(ConversationEvent event, UserId person) {
        return switch (event) {
            case ConversationStarted started -> allIf(started.conversationId().isOf(person));
            case DirectMessageSent sent ->
                allIf(sent.conversationId().isOf(person))
                        .map(share -> sent.sender().equals(person) ? share : share.fromOthers());
            case ConversationRead read -> allIf(read.reader().equals(person));
            case ConversationHidden hidden -> allIf(hidden.by().equals(person));
        };
    }
}
