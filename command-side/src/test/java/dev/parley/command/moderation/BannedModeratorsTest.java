package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ACTION;
import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.OTHER_MOD;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Command;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moderators whose accounts were closed, at the very moment, for half an hour. */
class BannedModeratorsTest {
    private static final OptionalLong ANY = OptionalLong.empty();

    private final ModerationFixture moderation = new ModerationFixture();

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Test
    void doNothingAnyMoreThoughTheirTokensSayOtherwise() {
        moderation.claimed();
        ban(MOD);
        asks(MOD).forEach(command -> {
            var refusal = moderation.assertRefused(command, Rejection.ACCOUNT_BAN);
            assertThat(refusal.until()).contains(NOON.plusSeconds(1_800));
        });
        moderation.at(NOON.plusSeconds(1_800));
        assertThat(moderation.addedBy(new ClaimCase(MOD, CASE))).isNotEmpty();
    }

    @Test
    void goOnWhereTheyAreAdmins() {
        moderation.reported();
        ban(OTHER_MOD);
        assertThat(moderation.addedBy(new ClaimCase(OTHER_MOD, CASE))).hasSize(1);
        moderation.addedBy(new LiftAction(OTHER_MOD, ACTION, WHY));
        assertThat(moderation.done).containsExactly("lifted action~cid~7");
    }

    private void ban(Actor moderator) {
        var action = new ActionId(moderator.id(), 1);
        var until = Optional.of(NOON.plusSeconds(1_800));
        moderation.log.given(
                NOON,
                moderator.id(),
                new SanctionImposed(moderator.id(), action, Sanction.ACCOUNT_BAN, "misuse", until));
    }

    private static Stream<Command> asks(Actor by) {
        return Stream.of(
                new ClaimCase(by, CASE),
                new ReleaseCase(by, CASE, ANY),
                new DismissCase(by, CASE, ANY, WHY),
                new ReviewCase(by, CASE, ANY, WHY),
                new ActOnCase(by, CASE, ANY, ActionType.WARNING, Optional.empty(), WHY),
                new ActOn(by, CID, ActionType.WARNING, Optional.empty(), WHY),
                new LiftAction(by, ACTION, WHY),
                new AnswerAppeal(by, new AppealId(ACTION), true, WHY),
                new LookAtConversation(by, ConversationId.of(ANN.id(), CID), Optional.of(CASE), ANY, ""),
                new LookAtConversation(by, ConversationId.of(ANN.id(), CID), Optional.empty(), ANY, WHY));
    }
}
