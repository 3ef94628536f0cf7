package dev.parley.command.moderation;

import dev.parley.command.CommandRejected;
import dev.parley.command.Discipline;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.kernel.Rejection;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Does something about people without a report, and ends what was done before its time. */
@Component
class Acting {
    private final Moderators moderators;
    private final Discipline discipline;
    private final StoredActions actions;
    private final Clock clock;

    Acting(Moderators moderators, Discipline discipline, StoredActions actions, Clock clock) {
        this.moderators = moderators;
        this.discipline = discipline;
        this.actions = actions;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ActOn command) throws Exception {
        moderators.require(command, command.person());
        Moderators.requireReason(command);
        var until = command.term().map(term -> term.after(clock.instant()));
        discipline.act(command.actor(), command.person(), command.type(), command.reason(), until);
    }

    @CommandHandler
    void handle(LiftAction command) throws Exception {
        moderators.require(command, command.person());
        Moderators.requireReason(command);
        if (!discipline.lift(command.actor(), command.action())) {
            actions.requireActorOf(command.action());
            throw new CommandRejected(Rejection.SANCTION_OVER, "This keeps nobody from anything any more.");
        }
    }
}
