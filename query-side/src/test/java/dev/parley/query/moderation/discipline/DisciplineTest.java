package dev.parley.query.moderation.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.NamesForTests;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.moderation.appeal.AppealsForTests;
import dev.parley.query.moderation.discipline.ActionView.LiftView;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListActions;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListSanctions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of what moderators did, and how it is answered. */
@Contract
class DisciplineTest {
    private static final UserId ANN = new UserId("ann");
    private static final Actor MOD = Actor.of(new UserId("mod"), Role.MODERATOR);
    private static final Instant NOW = Streams.START.plusSeconds(1_000);

    private final MongoForTests mongo = new MongoForTests();
    private final DisciplineProjection projection = new DisciplineProjection(mongo.writes());
    private final AppealsForTests appeals = new AppealsForTests(mongo);
    private final Disciplines disciplines = new Disciplines(mongo.readModels());
    private final DisciplineQueryHandler queries = new DisciplineQueryHandler(
            disciplines, appeals.stored(), new NamesForTests(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<GenericTrackedDomainEventMessage<?>> log = new ArrayList<>();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void knowsWhatBecameOfEachAction() {
        happens(
                new MemberWarned(ANN, action(1), "be kind"),
                imposed(2, Sanction.CHAT_BAN, Optional.of(NOW.plusSeconds(1))),
                imposed(3, Sanction.CHAT_BAN, Optional.of(NOW.plusSeconds(2))),
                imposed(4, Sanction.RESTRICTION, Optional.of(NOW)),
                imposed(5, Sanction.COMM_BAN, Optional.empty()),
                new SanctionLifted(ANN, action(5), Sanction.COMM_BAN),
                imposed(6, Sanction.ACCOUNT_BAN, Optional.of(NOW.minusSeconds(1))),
                new SanctionEnded(ANN, action(6), Sanction.ACCOUNT_BAN));
        List<ActionView> actions = actions();
        assertThat(actions)
                .extracting(ActionView::state)
                .containsExactly(
                        ActionState.ENDED,
                        ActionState.LIFTED,
                        ActionState.ENDED,
                        ActionState.IN_FORCE,
                        ActionState.REPLACED,
                        ActionState.GIVEN);
        PersonView mod = PersonView.of(MOD.id(), "mod");
        assertThat(actions.get(1).lifted()).isEqualTo(new LiftView(mod, "why", at(5)));
        assertThat(actions.get(1).until()).isNull();
        assertThat(actions.getLast())
                .isEqualTo(new ActionView(
                        "action~ann~1", ActionType.WARNING, "be kind", mod, at(0), null, ActionState.GIVEN, null));
    }

    @Test
    void tellsThePersonWhatHoldsAndHowTheirAppealStands() {
        happens(imposed(1, Sanction.CHAT_BAN, Optional.empty()), new MemberWarned(ANN, action(2), "be kind"));
        appeal(0, new AppealFiled(new AppealId(action(1)), ANN, MOD.id(), new PersonalText(ANN, "it was not me")));
        assertThat(sanctions()).extracting(SanctionView::appeal).containsExactly(null, "pending");
        assertThat(sanctions()).extracting(SanctionView::inForce).containsExactly(false, true);
        appeal(1, new AppealGranted(new AppealId(action(1)), ANN, new UserId("other")));
        assertThat(sanctions().getLast().appeal()).isEqualTo("granted");
    }

    @Test
    void leavesOutOfTheLadderWhatWasLiftedOrWrongAndCountsTimeouts() {
        happens(
                imposed(1, Sanction.CHAT_BAN, Optional.empty()),
                new SanctionLifted(ANN, action(1), Sanction.CHAT_BAN),
                new MemberWarned(ANN, action(2), "be kind"),
                new MemberWarned(ANN, action(3), "be kinder"),
                new AppealGranted(new AppealId(action(3)), ANN, new UserId("other")),
                timedOut(),
                timedOut());
        var history = disciplines.of(ANN).join().history();
        assertThat(history.actions()).containsExactly(ActionType.WARNING);
        assertThat(history.timeouts()).isEqualTo(2);
        assertThat(disciplines.of(MOD.id()).join().actions()).isEmpty();
    }

    @Test
    void countsNoTimeoutByTheOwnerOfARoom() {
        play(List.of(message(0, timedOut(), Role.USER)));
        assertThat(disciplines.of(ANN).join().history().timeouts()).isZero();
        play(List.of(message(1, timedOut(), Role.ADMIN)));
        assertThat(disciplines.of(ANN).join().history().timeouts()).isOne();
    }

    @Test
    void isTheLatestTwoHundredActions() {
        happens(LongStream.rangeClosed(1, 200)
                .mapToObj(number -> imposed(number, Sanction.CHAT_BAN, Optional.empty()))
                .toArray());
        happens(new SanctionLifted(ANN, action(200), Sanction.CHAT_BAN), new MemberWarned(ANN, action(201), "be kind"));
        List<Document> once = mongo.documents(DisciplineDocument.COLLECTION);
        assertThat(actions())
                .hasSize(200)
                .extracting(ActionView::id)
                .startsWith("action~ann~201", "action~ann~200")
                .endsWith("action~ann~2");
        assertThat(actions().get(1).state()).isEqualTo(ActionState.LIFTED);
        play(log.subList(0, 2));
        assertThat(mongo.documents(DisciplineDocument.COLLECTION)).isEqualTo(once);
    }

    @Test
    void isTheSameHoweverOftenAndLate() {
        happens(
                imposed(1, Sanction.CHAT_BAN, Optional.empty()),
                timedOut(),
                new SanctionLifted(ANN, action(1), Sanction.CHAT_BAN));
        List<Document> once = mongo.documents(DisciplineDocument.COLLECTION);
        play(log);
        play(log.subList(0, 2));
        assertThat(mongo.documents(DisciplineDocument.COLLECTION)).isEqualTo(once);
    }

    @Test
    void isForModeratorsAndNeverAboutThemselves() {
        assertThatThrownBy(() -> queries.handle(new ListActions(Actor.of(MOD.id(), Role.USER), ANN)))
                .isInstanceOf(ReadRefused.class);
        assertThatThrownBy(() -> queries.handle(new ListActions(Actor.of(ANN, Role.MODERATOR), ANN)))
                .isInstanceOf(ReadRefused.class);
    }

    private List<ActionView> actions() {
        return queries.handle(new ListActions(MOD, ANN)).join().items();
    }

    private List<SanctionView> sanctions() {
        return queries.handle(new ListSanctions(Actor.of(ANN, Role.USER)))
                .join()
                .items();
    }

    private static ActionId action(long number) {
        return new ActionId(ANN, number);
    }

    private static Instant at(long position) {
        return Streams.START.plusSeconds(position);
    }

    private static SanctionImposed imposed(long number, Sanction sanction, Optional<Instant> until) {
        return new SanctionImposed(ANN, action(number), sanction, "rude", until);
    }

    private static MemberTimedOut timedOut() {
        return new MemberTimedOut(new RoomId("game~abc"), ANN, MOD.id(), TimeoutReason.SPAM, NOW);
    }

    private void happens(Object... events) {
        int from = log.size();
        for (Object event : events) {
            log.add(message(log.size(), event));
        }
        play(log.subList(from, log.size()));
    }

    private void appeal(long sequence, AppealEvent event) {
        appeals.play(message(sequence, event));
    }

    private static GenericTrackedDomainEventMessage<?> message(long position, Object event) {
        return message(position, event, Role.MODERATOR);
    }

    private static GenericTrackedDomainEventMessage<?> message(long position, Object event, Role role) {
        return Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        "Test",
                        "ann",
                        position,
                        event,
                        MetaData.from(
                                Map.of(Envelope.ACTOR, "mod", Envelope.REASON, "why", Envelope.ROLE, role.label())),
                        "event" + position,
                        at(position)));
    }

    private void play(List<GenericTrackedDomainEventMessage<?>> batch) {
        mongo.play(batch.stream(), (event, message) -> {
            var token = message.trackingToken();
            switch (event) {
                case MemberWarned warned -> projection.on(warned, message, token);
                case SanctionImposed imposed -> projection.on(imposed, message, token);
                case SanctionEnded ended -> projection.on(ended, message, token);
                case SanctionLifted lifted -> projection.on(lifted, message, token);
                case AppealGranted granted -> projection.on(granted, token);
                default -> projection.on((MemberTimedOut) event, message, token);
            }
        });
    }
}
