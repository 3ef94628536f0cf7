package dev.parley.command.moderation;

import dev.parley.command.CommandRejected;
import dev.parley.command.LatestEvents;
import dev.parley.command.LatestEvents.Found;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was done about people, however long ago, as the streams of these people tell it. */
@Component
class StoredActions {
    private static final List<Class<? extends MemberEvent>> ACTIONS =
            List.of(MemberWarned.class, SanctionImposed.class);

    private final LatestEvents events;

    StoredActions(LatestEvents events) {
        this.events = events;
    }

    /**
     * Who did this.
     *
     * @throws CommandRejected as {@code UNKNOWN_ACTION} if nobody did
     */
    UserId requireActorOf(ActionId action) {
        return require(action).actor();
    }

    /**
     * What it imposed; nothing for a warning.
     *
     * @throws CommandRejected as {@code UNKNOWN_ACTION} if it was never done
     */
    Optional<Sanction> requireSanctionOf(ActionId action) {
        return require(action).event() instanceof SanctionImposed imposed
                ? Optional.of(imposed.sanction())
                : Optional.empty();
    }

    private Found<MemberEvent> require(ActionId action) {
        return events.find(action.member().value(), LatestEvents.BEFORE_ALL, ACTIONS, event -> isOf(event, action))
                .orElseThrow(() -> new CommandRejected(Rejection.UNKNOWN_ACTION, "There is no such action."));
    }

    private static boolean isOf(MemberEvent event, ActionId action) {
        return event instanceof MemberWarned warned && warned.action().equals(action)
                || event instanceof SanctionImposed imposed && imposed.action().equals(action);
    }
}
