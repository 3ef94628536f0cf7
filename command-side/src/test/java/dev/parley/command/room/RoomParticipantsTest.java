package dev.parley.command.room;

import static dev.parley.command.Expected.refused;
import static dev.parley.command.room.RoomFixture.ADMIN;
import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.BEN;
import static dev.parley.command.room.RoomFixture.CLUB;
import static dev.parley.command.room.RoomFixture.MODERATOR;
import static dev.parley.command.room.RoomFixture.OWNER;
import static dev.parley.command.room.RoomFixture.ROOM;
import static dev.parley.command.room.RoomFixture.SERVICE;
import static dev.parley.command.room.RoomFixture.STRANGER;
import static dev.parley.command.room.RoomFixture.given;
import static dev.parley.command.room.RoomFixture.opened;
import static dev.parley.command.room.RoomFixture.owned;

import dev.parley.command.room.RoomCommand.AddParticipant;
import dev.parley.command.room.RoomCommand.RemoveParticipant;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who takes part in a room. */
class RoomParticipantsTest {
    @Nested
    class AddingAParticipant {
        @Test
        void isForServicesAndTheOwner() {
            for (Actor actor : List.of(SERVICE, OWNER)) {
                given(opened(), owned()).when(add(actor, STRANGER)).expectEvents(added(STRANGER));
            }
        }

        @Test
        void isRefusedToOthersEvenModerators() {
            for (Actor actor : List.of(ANN, STRANGER, MODERATOR, ADMIN)) {
                given(opened(), owned())
                        .when(add(actor, STRANGER))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void whoTakesPartAlreadyChangesNothing() {
            given(opened())
                    .when(add(SERVICE, ANN))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void fillsTheRoomToTenThousand() {
            given(openedWith(RoomPeople.MAX_PARTICIPANTS - 1))
                    .when(add(SERVICE, ANN))
                    .expectEvents(added(ANN));
        }

        @Test
        void isRefusedWhenTheRoomIsFull() {
            given(openedWith(RoomPeople.MAX_PARTICIPANTS - 1), added(BEN))
                    .when(add(SERVICE, ANN))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.ROOM_FULL));
        }

        @Test
        void toARoomThatWasNeverOpenedFindsNone() {
            given().when(add(SERVICE, ANN)).expectException(AggregateNotFoundException.class);
        }

        private RoomOpened openedWith(int participants) {
            return new RoomOpened(ROOM, RoomType.TEAM, CLUB, people(participants), false);
        }
    }

    @Nested
    class RemovingAParticipant {
        @Test
        void isForServicesAndTheOwner() {
            for (Actor actor : List.of(SERVICE, OWNER)) {
                given(opened(), owned()).when(remove(actor, ANN)).expectEvents(new ParticipantRemoved(ROOM, ANN.id()));
            }
        }

        @Test
        void isRefusedToOthersEvenModerators() {
            for (Actor actor : List.of(ANN, BEN, MODERATOR, ADMIN)) {
                given(opened(), owned())
                        .when(remove(actor, ANN))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void whoTakesNoPartChangesNothing() {
            given(opened())
                    .when(remove(SERVICE, STRANGER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void whoCameLaterWorksAsWell() {
            given(opened(), added(STRANGER))
                    .when(remove(SERVICE, STRANGER))
                    .expectEvents(new ParticipantRemoved(ROOM, STRANGER.id()));
        }

        private RemoveParticipant remove(Actor actor, Actor participant) {
            return new RemoveParticipant(actor, ROOM, participant.id());
        }
    }

    private static AddParticipant add(Actor actor, Actor participant) {
        return new AddParticipant(actor, ROOM, participant.id());
    }

    private static ParticipantAdded added(Actor participant) {
        return new ParticipantAdded(ROOM, participant.id());
    }

    private static List<UserId> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UserId("p" + i)).toList();
    }
}
