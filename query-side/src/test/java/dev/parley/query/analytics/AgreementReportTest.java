package dev.parley.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What moderators say of what others of them did. */
class AgreementReportTest {
    private static final UserId ANN = new UserId("ann.a");
    private static final UserId MIA = new UserId("mia");
    private static final UserId MAX = new UserId("max");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AnalyticsLog log = new AnalyticsLog();
    private final AgreementProjection projection =
            new AgreementProjection(log.mongo.writes(), log.mongo.writtenDatabase());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void isWhatBecameOfActionsThatOthersDecidedAbout() {
        someDecisions();
        log.playAll(projection, 2);
        assertThat(rows()).containsExactly(List.of("mia", 3L, 1L, 2L, 1.0 / 3), List.of("max", 1L, 1L, 0L, 1.0));
    }

    @Test
    void isTheSameHoweverOftenAndLate() {
        someDecisions();
        log.playAll(projection, 100);
        List<List<Document>> once = stored();
        log.playAll(projection, 3);
        log.play(projection, log.log.subList(0, 2));
        assertThat(stored()).isEqualTo(once);
    }

    private void someDecisions() {
        impose(1, MIA);
        appeal(1, MIA);
        answer(new AppealGranted(new AppealId(action(1)), ANN, MAX), MAX);
        lift(1, MAX);
        impose(2, MIA);
        lift(2, MIA);
        impose(3, MIA);
        lift(3, MAX);
        happens(ANN.value(), new MemberWarned(ANN, action(4), "be kind"), MIA);
        appeal(4, MIA);
        answer(new AppealRejected(new AppealId(action(4)), ANN, MAX), MAX);
        impose(5, MAX);
        appeal(5, MAX);
        answer(new AppealRejected(new AppealId(action(5)), ANN, MIA), MIA);
    }

    private void impose(long number, UserId by) {
        happens(ANN.value(), new SanctionImposed(ANN, action(number), Sanction.CHAT_BAN, "rude", Optional.empty()), by);
    }

    private void lift(long number, UserId by) {
        happens(ANN.value(), new SanctionLifted(ANN, action(number), Sanction.CHAT_BAN), by);
    }

    private void appeal(long number, UserId actedBy) {
        answer(new AppealFiled(new AppealId(action(number)), ANN, actedBy, new PersonalText(ANN, "a joke")), ANN);
    }

    private void answer(AppealEvent answer, UserId by) {
        happens(answer.appealId().toString(), answer, by);
    }

    private void happens(String stream, Object event, UserId by) {
        log.happens(stream, event, by, Role.MODERATOR, NOON.plusSeconds(log.log.size()));
    }

    private static ActionId action(long number) {
        return new ActionId(ANN, number);
    }

    private List<List<Object>> rows() {
        return AnalyticsLog.rows(new AgreementReport(log.mongo.readModels()), "2026-03-01", "2026-03-02");
    }

    private List<List<Document>> stored() {
        return log.stored(AgreementDocument.FIRST, AgreementDocument.SECOND);
    }
}
