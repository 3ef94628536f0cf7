package dev.parley.command.moderation;

import dev.parley.command.CommandRejected;
import dev.parley.command.Discipline;
import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes appeals and answers them. What is granted and what ends by it change together, in one unit of work. */
@Component
class Appealing {
    private final Moderators moderators;
    private final Repository<Appeal> appeals;
    private final StoredActions actions;
    private final Discipline discipline;

    Appealing(Moderators moderators, Repository<Appeal> appeals, StoredActions actions, Discipline discipline) {
        this.moderators = moderators;
        this.appeals = appeals;
        this.actions = actions;
        this.discipline = discipline;
    }

    @CommandHandler
    void handle(FileAppeal command) throws Exception {
        ActionId action = command.action();
        CommandRejected.unless(
                command.actor().id().equals(action.member()), Rejection.UNKNOWN_ACTION, "Nothing such concerns you.");
        Aggregate<Appeal> appeal = appeals.loadOrCreate(command.appealId().toString(), Appeal::new);
        appeal.execute(Appeal::requireNew);
        UserId moderator = actions.requireActorOf(action);
        appeal.execute(fresh -> fresh.file(command, moderator));
    }

    @CommandHandler
    void handle(AnswerAppeal command) throws Exception {
        ActionId action = command.appealId().action();
        UserId moderator = command.actor().id();
        moderators.require(command, action.member());
        Moderators.requireReason(command);
        Aggregate<Appeal> appeal = appeals.loadOrCreate(command.appealId().toString(), Appeal::new);
        appeal.execute(filed -> filed.requireMayAnswer(moderator));
        if (command.granted()) {
            requireInPlace(action);
        }
        appeal.execute(filed -> filed.answer(moderator, command.granted()));
        if (command.granted()) {
            discipline.lift(command.actor(), action);
        }
    }

    /**
     * @throws CommandRejected as {@code SANCTION_OVER} if another of its kind holds instead: to grant would end nothing
     */
    private void requireInPlace(ActionId action) throws Exception {
        Optional<Sanction> kind = actions.requireSanctionOf(action);
        CommandRejected.unless(
                kind.isEmpty() || !discipline.isReplaced(action, kind.get()),
                Rejection.SANCTION_OVER,
                "A later action has taken the place of this one: lift that, or reject the appeal.");
    }
}
