package dev.parley.query.moderation.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.Standings;
import dev.parley.query.Streams;
import dev.parley.query.moderation.appeal.AppealQuery.ListAppeals;
import dev.parley.query.moderation.appeal.AppealQuery.ListMyAppeals;
import dev.parley.query.moderation.appeal.AppealView.AnswerView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

/** What is kept of appeals, and how it is answered. */
@Contract
class AppealTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId OTHER = new UserId("other");
    private static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);

    private final MongoForTests mongo = new MongoForTests();
    private final AppealsForTests appeals = new AppealsForTests(mongo);
    private final Standings standings = Mockito.mock();
    private final AppealQueryHandler queries = new AppealQueryHandler(appeals.stored(), standings, new NamesForTests());

    @BeforeEach
    void threeActionsAboutAnn() {
        BDDMockito.given(standings.standing(ArgumentMatchers.any()))
                .willAnswer(call -> CompletableFuture.completedFuture(new Standing(
                        Instant.EPOCH,
                        false,
                        Standing.UNKNOWN.privacy(),
                        Map.of(),
                        Set.of(),
                        call.getArgument(0).equals(ANN) ? 3 : 0,
                        Map.of(),
                        false)));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void waitsForItsAnswerTheEarliestFirst() {
        appeals.play(message(1, 0, filed(1)), message(2, 0, filed(2)), message(3, 0, filed(3)));
        var first = queries.handle(new ListAppeals(MOD, AppealStatus.PENDING, "", 2))
                .join();
        assertThat(first.items()).extracting(AppealView::id).containsExactly(id(1).toString(), id(2).toString());
        assertThat(first.items().getFirst().actedBy()).isEqualTo(PersonView.of(MOD.id(), "mod"));
        appeals.play(message(4, 1, new AppealRejected(id(1), ANN, OTHER)));
        var second = queries.handle(new ListAppeals(MOD, AppealStatus.PENDING, first.next(), 2))
                .join();
        assertThat(second.items()).extracting(AppealView::id).containsExactly(id(3).toString());
        assertThat(second.next()).isNull();
        var rejected = queries.handle(new ListAppeals(MOD, AppealStatus.REJECTED, "", 2))
                .join();
        assertThat(rejected.items().getFirst().answer())
                .isEqualTo(new AnswerView("as seen", PersonView.of(OTHER, "other"), at(4)));
    }

    @Test
    void isNotListedForTheModeratorWhoseItIs() {
        appeals.play(message(1, 0, filed(1)), message(2, 0, filed(2)));
        var listed = queries.handle(new ListAppeals(Actor.of(ANN, Role.MODERATOR), AppealStatus.PENDING, "", 50))
                .join();
        assertThat(listed.items()).isEmpty();
    }

    @Test
    void tellsThePersonTheAnswerAndNotWhoGaveIt() {
        appeals.play(message(1, 0, filed(1)), message(2, 0, filed(2)));
        appeals.play(message(3, 1, new AppealRejected(id(1), ANN, OTHER)));
        List<AppealView> mine = queries.handle(new ListMyAppeals(Actor.of(ANN, Role.USER)))
                .join()
                .items();
        assertThat(mine).extracting(AppealView::status).containsExactly(AppealStatus.PENDING, AppealStatus.REJECTED);
        assertThat(mine.getLast().answer()).isEqualTo(new AnswerView("as seen", null, at(3)));
        assertThat(mine.getLast().actedBy()).isNull();
        assertThat(queries.handle(new ListMyAppeals(Actor.of(OTHER, Role.USER)))
                        .join()
                        .items())
                .isEmpty();
    }

    @Test
    void isTheSameHoweverOftenAndLate() {
        var filed = message(1, 0, filed(1));
        var rejected = message(2, 1, new AppealRejected(id(1), ANN, OTHER));
        appeals.play(filed, rejected);
        List<Document> once = mongo.documents(AppealDocument.COLLECTION);
        appeals.play(filed, rejected);
        appeals.play(filed);
        assertThat(mongo.documents(AppealDocument.COLLECTION)).isEqualTo(once);
    }

    @Test
    void isForModerators() {
        assertThatThrownBy(() -> queries.handle(new ListAppeals(Actor.of(ANN, Role.USER), AppealStatus.PENDING, "", 1)))
                .isInstanceOf(ReadRefused.class);
    }

    private static AppealId id(long number) {
        return new AppealId(new ActionId(ANN, number));
    }

    private static AppealFiled filed(long number) {
        return new AppealFiled(id(number), ANN, MOD.id(), new PersonalText(ANN, "it was not me"));
    }

    private static Instant at(long position) {
        return Streams.START.plusSeconds(position);
    }

    private static GenericTrackedDomainEventMessage<?> message(long position, long sequence, AppealEvent event) {
        return Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        "Appeal",
                        event.appealId().toString(),
                        sequence,
                        event,
                        MetaData.from(Map.of(Envelope.REASON, "as seen")),
                        "event" + position,
                        at(position)));
    }
}
