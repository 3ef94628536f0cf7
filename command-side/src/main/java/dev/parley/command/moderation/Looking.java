package dev.parley.command.moderation;

import dev.parley.command.CommandRejected;
import dev.parley.command.StoredEvents;
import dev.parley.command.log.ReadSet;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.WellFormed;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import java.time.Clock;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Has moderators look at conversations: for a case that they hold, or for a reason that stands for itself. */
@Component
class Looking {
    /** Code points of a reason without a case. */
    static final int MIN_REASON = 10;

    private final Moderators moderators;
    private final Repository<Looks> looks;
    private final Repository<CaseFile> files;
    private final StoredEvents events;
    private final Clock clock;

    Looking(
            Moderators moderators,
            Repository<Looks> looks,
            Repository<CaseFile> files,
            StoredEvents events,
            Clock clock) {
        this.moderators = moderators;
        this.looks = looks;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    void handle(LookAtConversation command) throws Exception {
        moderators.require(command);
        if (command.caseId().isPresent()) {
            requireHeld(command, command.caseId().get());
        } else {
            InvalidValue.unless(
                    WellFormed.length(command.reason()) >= MIN_REASON,
                    "reason",
                    "10 to 1000 characters that say why, where no case does");
        }
        CommandRejected.unless(
                events.at(command.conversationId().value(), 0).isPresent(),
                Rejection.UNKNOWN_CONVERSATION,
                "There is no such conversation.");
        looks.loadOrCreate(command.lookId().toString(), Looks::new).execute(before -> before.add(command));
    }

    private void requireHeld(LookAtConversation command, CaseId caseId) throws Exception {
        CaseFileId id = caseId.file();
        moderators.require(command, id.reported());
        Aggregate<CaseFile> file = files.loadOrCreate(id.toString(), CaseFile::new);
        ReadSet.note(id.toString(), file);
        file.execute(now -> now.requireHeld(caseId, command.actor().id(), OptionalLong.empty(), clock.instant()));
        ConversationId conversation = command.conversationId();
        boolean concerns = id.kind() == CaseKind.CONDUCT && conversation.isOf(id.reported())
                || file.invoke(now -> now.shows(conversation));
        CommandRejected.unless(
                concerns, Rejection.NOT_ALLOWED, "The case is not about what the two write to each other.");
    }
}
