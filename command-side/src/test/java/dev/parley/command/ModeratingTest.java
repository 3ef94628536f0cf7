package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.command.log.Standings;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.AppealText;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a report to what comes of it, across aggregates, on the command side as the server starts it. */
class ModeratingTest {
    private static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final Actor OTHER_MOD = Actor.of(new UserId("mod2"), Role.MODERATOR);
    private static final String WHY = "as the rules have it";
    private static final DirectText TEXT = new DirectText("hello");
    private static RunningSide side;

    private final Actor ann = side.join();
    private final Actor ben = side.join();

    @BeforeAll
    static void start() {
        side = new RunningSide();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void bansFromTheDecisionOn() {
        CaseId found = side.first(ReportFiled.class, report(ann)).caseId();
        var claim = side.first(InquiryOpened.class, new ClaimCase(MOD, found));
        Outcome decided = side.send(
                new ActOnCase(MOD, found, OptionalLong.of(claim.fence()), ActionType.COMM_BAN, Optional.empty(), WHY));
        ActionId action =
                decided.first(SanctionImposed.class).orElseThrow().event().action();
        assertThat(decided.first(CaseActioned.class).orElseThrow().event())
                .isEqualTo(new CaseActioned(found, MOD.id(), ActionType.COMM_BAN, action, List.of()));
        side.assertRefused(new WriteTo(ben, ann.id(), TEXT), Rejection.COMM_BAN);
    }

    @Test
    void gathersWhatManyReportAtOnceInOneCase() {
        List<CompletableFuture<Outcome>> sent = Stream.generate(() -> report(side.join())).limit(40).toList().stream()
                .map(side::begin)
                .toList();
        List<ReportFiled> filed = sent.stream()
                .map(CompletableFuture::join)
                .map(outcome -> outcome.first(ReportFiled.class).orElseThrow().event())
                .toList();
        assertThat(filed)
                .extracting(ReportFiled::caseId)
                .containsOnly(filed.getFirst().caseId());
        assertThat(filed)
                .extracting(ReportFiled::report)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void answersARepeatedReportAsAtFirst() {
        Outcome first = side.send(report(ann), "key-" + ann.id());
        assertThat(side.send(report(ann), "key-" + ann.id()).events()).isEqualTo(first.events());
        assertThat(side.send(report(ann)).first(ReportContinued.class)).isPresent();
    }

    @Test
    void liftsOnce() {
        ActionId action = act(ActionType.RESTRICTION);
        assertThat(side.send(new LiftAction(OTHER_MOD, action, WHY)).first(SanctionLifted.class))
                .isPresent();
        assertThat(side.bean(Standings.class).of(ben.id()).imposed()).isEmpty();
        side.assertRefused(new LiftAction(MOD, action, WHY), Rejection.SANCTION_OVER);
        side.assertRefused(new LiftAction(MOD, new ActionId(ben.id(), 2), WHY), Rejection.UNKNOWN_ACTION);
    }

    @Test
    void liftsWithTheAppealThatIsGranted() {
        ActionId action = act(ActionType.ACCOUNT_BAN);
        var appeal = new AppealId(action);
        var filed = side.first(AppealFiled.class, new FileAppeal(ben, action, new AppealText("not me")));
        assertThat(filed.actedBy()).isEqualTo(MOD.id());
        side.assertRefused(new AnswerAppeal(MOD, appeal, true, WHY), Rejection.OWN_DECISION);
        Outcome granted = side.send(new AnswerAppeal(OTHER_MOD, appeal, true, WHY));
        assertThat(granted.first(AppealGranted.class)).isPresent();
        assertThat(granted.first(SanctionLifted.class)).isPresent();
        assertThat(side.bean(Standings.class).of(ben.id()).imposed()).isEmpty();
    }

    @Test
    void looksAtAConversationForTheCaseThatIsHeld() {
        var talk = ConversationId.of(ann.id(), ben.id());
        side.send(new WriteTo(ann, ben.id(), TEXT));
        CaseId found = side.first(ReportFiled.class, report(ann)).caseId();
        var look = new LookAtConversation(MOD, talk, Optional.of(found), OptionalLong.empty(), "");
        side.assertRefused(look, Rejection.INQUIRY_LOST);
        side.send(new ClaimCase(MOD, found));
        assertThat(side.first(ConversationLookedAt.class, look).caseId()).contains(found);
    }

    @Test
    void knowsNoCaseThatNobodyBegan() {
        CaseId none = new CaseId(report(ann).file(), 1);
        side.assertRefused(new ClaimCase(MOD, none), Rejection.UNKNOWN_CASE);
        var appeal = new AppealId(new ActionId(ben.id(), 1));
        side.assertRefused(new AnswerAppeal(MOD, appeal, true, WHY), Rejection.UNKNOWN_APPEAL);
    }

    private ActionId act(ActionType type) {
        return side.first(SanctionImposed.class, new ActOn(MOD, ben.id(), type, Optional.empty(), WHY))
                .action();
    }

    private FileReport report(Actor by) {
        return new FileReport(
                by, ben.id(), ReportType.CHAT, new ReportText("so rude"), Optional.empty(), Optional.empty());
    }
}
