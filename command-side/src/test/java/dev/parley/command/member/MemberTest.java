package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.member.MemberCommand.ChooseChatTab;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a member chooses. How they are named is a matter of {@link MemberNaming}. */
class MemberTest {
    private static final UserId ANN = new UserId("u-1");
    private static final Actor ACTOR = Actor.of(ANN, Role.USER);
    private static final MemberJoined JOINED = new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH);
    private final AggregateTestFixture<Member> member = new AggregateTestFixture<>(Member.class);

    @Nested
    class SwitchingZenMode {
        @Test
        void turnsItOn() {
            member.given(JOINED).when(new SwitchZenMode(ACTOR, true)).expectEvents(new ZenModeSwitched(ANN, true));
        }

        @Test
        void turnsItOffAgain() {
            member.given(JOINED, new ZenModeSwitched(ANN, true))
                    .when(new SwitchZenMode(ACTOR, false))
                    .expectEvents(new ZenModeSwitched(ANN, false));
        }

        @Test
        void toWhatItIsChangesNothing() {
            member.given(JOINED)
                    .when(new SwitchZenMode(ACTOR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isForThoseWhoJoined() {
            member.givenNoPriorActivity()
                    .when(new SwitchZenMode(ACTOR, true))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class ChoosingAChatTab {
        @Test
        void opensTheNotes() {
            member.given(JOINED)
                    .when(new ChooseChatTab(ACTOR, ChatTab.NOTES))
                    .expectEvents(new ChatTabChosen(ANN, ChatTab.NOTES));
        }

        @Test
        void thatIsOpenChangesNothing() {
            member.given(JOINED, new ChatTabChosen(ANN, ChatTab.NOTES))
                    .when(new ChooseChatTab(ACTOR, ChatTab.NOTES))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            member.given(JOINED)
                    .when(new ChooseChatTab(ACTOR, ChatTab.CHAT))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class FromASnapshot {
        @Test
        void keepsWhatWasChosen() {
            var log = new SnapshotLog<>(Member.class, ANN.value(), Map.of());
            Object[] story = {JOINED, new ZenModeSwitched(ANN, true), new ChatTabChosen(ANN, ChatTab.NOTES)};
            assertThat(log.when(new SwitchZenMode(ACTOR, true), story)).isEmpty();
            assertThat(log.when(new ChooseChatTab(ACTOR, ChatTab.NOTES), story)).isEmpty();
            assertThat(log.when(new SwitchZenMode(ACTOR, false), story))
                    .containsExactly(new ZenModeSwitched(ANN, false));
        }

        @Test
        void hasTheShapeOfItsRevision() throws IOException {
            var log = new SnapshotLog<>(Member.class, ANN.value(), Map.of());
            SnapshotShape.assertOfItsRevision(log.state(
                    JOINED,
                    new ModeratingRoleChanged(ANN, Role.MODERATOR, Instant.EPOCH),
                    new ZenModeSwitched(ANN, true),
                    new KidModeEnabled(ANN, "hash"),
                    new ClassJoined(ANN, new ClassId("chess"), true),
                    new TeachingBegun(ANN, new ClassId("go")),
                    new SanctionImposed(
                            ANN, new ActionId(ANN, 1), Sanction.CHAT_BAN, "insults", Optional.of(Instant.EPOCH))));
        }

        @Test
        void keepsTheUsername() {
            Member joined = new Member();
            joined.on(JOINED, Instant.EPOCH);
            assertThat(SnapshotLog.throughJson(joined).username()).contains(JOINED.username());
        }
    }
}
