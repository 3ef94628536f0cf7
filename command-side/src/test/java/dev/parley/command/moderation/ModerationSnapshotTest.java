package dev.parley.command.moderation;

import static dev.parley.command.moderation.ModerationFixture.ANN;
import static dev.parley.command.moderation.ModerationFixture.CASE;
import static dev.parley.command.moderation.ModerationFixture.CID;
import static dev.parley.command.moderation.ModerationFixture.FILE;
import static dev.parley.command.moderation.ModerationFixture.MOD;
import static dev.parley.command.moderation.ModerationFixture.NOON;
import static dev.parley.command.moderation.ModerationFixture.OTHER_MOD;
import static dev.parley.command.moderation.ModerationFixture.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.CommandRejected;
import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.LookId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import dev.parley.kernel.moderation.Subject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Cases, reporters, appeals and looks go on from a snapshot as if from all of their events. */
class ModerationSnapshotTest {
    private static final ConversationId TALK = ConversationId.of(ANN.id(), CID);
    private static final AppealId APPEAL = new AppealId(new ActionId(CID, 1));
    private static final CaseId NEXT = new CaseId(FILE, 2);

    @Test
    void haveTheShapeOfTheirRevisions() throws IOException {
        SnapshotShape.assertOfItsRevision(file());
        SnapshotShape.assertOfItsRevision(reporter());
        SnapshotShape.assertOfItsRevision(appeal());
        var looks = new SnapshotLog<>(Looks.class, new LookId(TALK).toString(), Map.of());
        SnapshotShape.assertOfItsRevision(looks.state(new ConversationLookedAt(TALK, MOD.id(), Optional.of(CASE), 0)));
    }

    @Test
    void keepWhoHasReportedWhat() {
        CaseFile file = SnapshotLog.throughJson(file());
        assertThat(file.continues(ANN.id(), ReportType.CHAT)).isTrue();
        assertThat(file.continues(ANN.id(), ReportType.CONTENT)).isFalse();
        assertThat(file.continues(MOD.id(), ReportType.CHAT)).isFalse();
        assertThat(file.shows(TALK)).isTrue();
        assertThat(file.current()).isEqualTo(NEXT);
    }

    @Test
    void keepWhoHoldsACase() {
        CaseFile file = SnapshotLog.throughJson(file());
        file.requireHeld(NEXT, MOD.id(), OptionalLong.of(4), NOON.minusMillis(1));
        assertRefused(() -> file.requireHeld(NEXT, MOD.id(), OptionalLong.empty(), NOON), Rejection.INQUIRY_LOST);
        assertRefused(
                () -> file.requireHeld(CASE, MOD.id(), OptionalLong.empty(), NOON.minusMillis(1)),
                Rejection.CASE_DECIDED);
    }

    @Test
    void keepThePace() {
        assertRefused(() -> SnapshotLog.throughJson(reporter()).requireRoom(NOON), Rejection.TOO_MANY_REPORTS);
    }

    @Test
    void keepTheAnswer() {
        Appeal appeal = SnapshotLog.throughJson(appeal());
        assertRefused(appeal::requireNew, Rejection.ALREADY_APPEALED);
        assertRefused(() -> appeal.requireMayAnswer(OTHER_MOD.id()), Rejection.APPEAL_ANSWERED);
    }

    private static CaseFile file() {
        var subject = new Subject(Subject.Kind.CONVERSATION, TALK.value());
        var evidence = new Evidence(subject, TALK.value(), 1, Optional.empty(), Optional.of(NOON));
        return new SnapshotLog<>(CaseFile.class, FILE.toString(), Map.of())
                .state(
                        filed(CASE, 1, ANN),
                        new CaseDismissed(CASE, MOD.id()),
                        filed(NEXT, 1, ANN),
                        new ReportContinued(
                                NEXT,
                                1,
                                ANN.id(),
                                new PersonalText(ANN.id(), "again"),
                                Optional.empty(),
                                Optional.of(evidence)),
                        new InquiryOpened(NEXT, MOD.id(), 4, NOON));
    }

    private static Reporter reporter() {
        var reporter = new Reporter();
        IntStream.rangeClosed(1, 10).forEach(i -> reporter.on(new Reported(ANN.id(), CASE, i), NOON));
        return reporter;
    }

    private static Appeal appeal() {
        return new SnapshotLog<>(Appeal.class, APPEAL.toString(), Map.of())
                .state(
                        new AppealFiled(APPEAL, CID, MOD.id(), new PersonalText(CID, "not me")),
                        new AppealRejected(APPEAL, CID, OTHER_MOD.id()));
    }

    private static void assertRefused(ThrowingCallable call, Rejection rule) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(rule));
    }
}
