package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.BEN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.LEASE;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.OTHER_MOD;
import static dev.parley.command.moderation.ModerationFixture.TEXT;
import static dev.parley.command.moderation.ModerationFixture.WHY;
import static dev.parley.command.moderation.ModerationFixture.filed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A moderator wants to know what Ann and Cid write to each other. */
class LookingTest {
    private static final ConversationId TALK = ConversationId.of(ANN.id(), CID);
    private static final ConversationId OTHERS = ConversationId.of(ANN.id(), BEN.id());
    private static final CaseId PLAY = new CaseId(new CaseFileId(CaseKind.PLAY, CID), 1);

    private final ModerationFixture moderation = new ModerationFixture();

    @BeforeEach
    void begun() {
        moderation
                .log
                .given(NOON, TALK, new ConversationStarted(TALK, CID))
                .given(NOON, OTHERS, new ConversationStarted(OTHERS, ANN.id()));
    }

    @AfterEach
    void stop() {
        moderation.stop();
    }

    @Test
    void isToldEachTime() {
        moderation.claimed();
        var look = new ConversationLookedAt(TALK, MOD.id(), Optional.of(CASE), 0);
        assertThat(moderation.addedBy(look(MOD, TALK, CASE))).containsExactly(look);
        assertThat(moderation.addedBy(look(MOD, TALK, CASE))).containsExactly(look);
    }

    @Test
    void saysWhichPart() {
        var older = new LookAtConversation(MOD, TALK, Optional.empty(), OptionalLong.of(51), WHY);
        assertThat(moderation.addedBy(older))
                .containsExactly(new ConversationLookedAt(TALK, MOD.id(), Optional.empty(), 51));
    }

    @Test
    void isForTheHolderOfTheCase() {
        moderation.claimed();
        moderation.assertRefused(look(OTHER_MOD, TALK, CASE), Rejection.INQUIRY_LOST);
        moderation.assertRefused(look(ANN, TALK, CASE), Rejection.NOT_ALLOWED);
        moderation.assertRefused(look(Actor.of(CID, Role.ADMIN), TALK, CASE), Rejection.NOT_ALLOWED);
    }

    @Test
    void endsWithTheLease() {
        moderation.claimed().at(NOON.plus(LEASE));
        moderation.assertRefused(look(MOD, TALK, CASE), Rejection.INQUIRY_LOST);
        moderation.at(NOON.plus(LEASE).minusMillis(1));
        assertThat(moderation.addedBy(look(MOD, TALK, CASE))).hasSize(1);
    }

    @Test
    void endsWithTheDecision() {
        moderation.claimed().log.given(NOON, CASE.file(), new CaseDismissed(CASE, MOD.id()));
        moderation.assertRefused(look(MOD, TALK, CASE), Rejection.CASE_DECIDED);
    }

    @Test
    void atOtherPeoplesConversationsIsRefused() {
        moderation.claimed();
        moderation.assertRefused(look(MOD, OTHERS, CASE), Rejection.NOT_ALLOWED);
    }

    @Test
    void forACaseOfAnotherKindNeedsTheConversationAsEvidence() {
        moderation.log.given(NOON, PLAY.file(), filed(PLAY, 1, ANN, ReportType.CHEATING), held());
        moderation.assertRefused(look(MOD, TALK, PLAY), Rejection.NOT_ALLOWED);
        moderation.log.given(NOON, PLAY.file(), showing(TALK));
        assertThat(moderation.addedBy(look(MOD, TALK, PLAY))).hasSize(1);
    }

    @Test
    void forACaseThatIsNotThereIsRefused() {
        moderation.assertRefused(look(MOD, TALK, CASE), Rejection.UNKNOWN_CASE);
    }

    @Test
    void withoutACaseNeedsAReasonOfTenCharacters() {
        moderation.assertInvalid(look(MOD, TALK, ""), "reason");
        moderation.assertInvalid(look(MOD, TALK, "123456789"), "reason");
        assertThat(moderation.addedBy(look(MOD, TALK, "1234567890")))
                .containsExactly(new ConversationLookedAt(TALK, MOD.id(), Optional.empty(), 0));
        moderation.assertRefused(look(ANN, TALK, WHY), Rejection.NOT_ALLOWED);
    }

    @Test
    void atAConversationThatHasNotBegunIsRefused() {
        var none = ConversationId.of(BEN.id(), new UserId("dan"));
        moderation.assertRefused(look(MOD, none, WHY), Rejection.UNKNOWN_CONVERSATION);
    }

    private static InquiryOpened held() {
        return new InquiryOpened(PLAY, MOD.id(), 1, NOON.plus(LEASE));
    }

    private static ReportFiled showing(ConversationId conversation) {
        var subject = new Subject(Subject.Kind.CONVERSATION, conversation.value());
        var evidence = new Evidence(subject, conversation.value(), 0, Optional.empty(), Optional.of(NOON));
        return new ReportFiled(
                PLAY,
                2,
                ANN.id(),
                ReportType.CHEATING,
                new PersonalText(ANN.id(), TEXT.value()),
                Optional.empty(),
                Optional.of(evidence));
    }

    private static LookAtConversation look(Actor by, ConversationId conversation, CaseId caseId) {
        return new LookAtConversation(by, conversation, Optional.of(caseId), OptionalLong.empty(), "");
    }

    private static LookAtConversation look(Actor by, ConversationId conversation, String reason) {
        return new LookAtConversation(by, conversation, Optional.empty(), OptionalLong.empty(), reason);
    }
}
