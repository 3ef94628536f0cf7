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
    private final Discipline discipline;
    private final StoredActions actions;
    private final Clock clock;

    Acting(Discipline discipline, StoredActions actions, Clock clock) {
        this.discipline = discipline;
        this.actions = actions;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ActOn command) throws Exception {
        Moderators.require(command, command.person());
        Moderators.requireReason(command);
        var until = command.term().map(term -> term.after(clock.instant()));
        discipline.act(command.person(), command.type(), command.reason(), until);
    }

    @CommandHandler
    void handle(LiftAction command) throws Exception {
        Moderators.require(command, command.person());
        Moderators.requireReason(command);
        if (!discipline.lift(command.action())) {
            actions.requireActorOf(command.action());
            throw new CommandRejected(Rejection.SANCTION_OVER, "This keeps nobody from anything any more.");
        }
    }
}
