package dev.parley.command.room;

import static dev.parley.command.Expected.invalid;
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
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.room.RoomCommand.ChangeRoom;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening a room and changing it. Participants, lines and timeouts have tests of their own. */
class RoomTest {
    private static final String WHY = "a raid";

    @Nested
    class Opening {
        @Test
        void tellsWhoTakesPart() {
            given().when(open(SERVICE, List.of(ANN.id(), BEN.id()), List.of())).expectEvents(opened());
        }

        @Test
        void namesTheOwner() {
            given().when(open(SERVICE, List.of(ANN.id(), BEN.id()), List.of(OWNER.id())))
                    .expectEvents(opened(), owned());
        }

        @Test
        void countsWhoIsNamedTwiceOnce() {
            given().when(open(SERVICE, List.of(ANN.id(), BEN.id(), ANN.id()), List.of()))
                    .expectEvents(opened());
        }

        @Test
        void againChangesNothingWhoeverIsNamed() {
            given(opened(), owned())
                    .when(open(SERVICE, List.of(STRANGER.id()), List.of(ANN.id())))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isForServicesAlone() {
            for (Actor actor : List.of(ANN, MODERATOR, ADMIN)) {
                given().when(open(actor, List.of(), List.of()))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void againIsForServicesAloneToo() {
            given(opened(), owned())
                    .when(open(OWNER, List.of(), List.of()))
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }

        @Test
        void takesTenThousandParticipants() {
            given().when(open(SERVICE, people(RoomPeople.MAX_PARTICIPANTS), List.of()))
                    .expectEvents(
                            new RoomOpened(ROOM, RoomType.TEAM, CLUB, people(RoomPeople.MAX_PARTICIPANTS), false));
        }

        @Test
        void isRefusedPastTenThousand() {
            given().when(open(SERVICE, people(RoomPeople.MAX_PARTICIPANTS + 1), List.of()))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.ROOM_FULL));
        }

        @ParameterizedTest
        @EnumSource
        void givesEachTypeItsOwnRoomOfOneEntity(RoomType type) {
            var command = new OpenRoom(SERVICE, type, CLUB, new People(List.of(), List.of()), true);
            given().when(command).expectEvents(new RoomOpened(RoomId.of(type, CLUB), type, CLUB, List.of(), true));
            assertThat(command.roomId().value()).isEqualTo(type.label() + "~club");
        }

        private OpenRoom open(Actor actor, List<UserId> participants, List<UserId> owners) {
            return new OpenRoom(actor, RoomType.TEAM, CLUB, new People(participants, owners), false);
        }
    }

    @Nested
    class Changing {
        private static final RoomId GAME = RoomId.of(RoomType.GAME, CLUB);

        @Test
        void disablesForServicesTheOwnerAndModeratorsWhoSayWhy() {
            for (Actor actor : List.of(SERVICE, OWNER, MODERATOR, ADMIN)) {
                given(opened(), owned())
                        .when(new ChangeRoom(actor, ROOM, Toggle.ON, Toggle.AS_IS, WHY))
                        .expectEvents(new RoomDisabled(ROOM));
            }
        }

        @Test
        void isRefusedToOthers() {
            for (Actor actor : List.of(ANN, STRANGER)) {
                given(opened(), owned())
                        .when(new ChangeRoom(actor, ROOM, Toggle.ON, Toggle.AS_IS, WHY))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void asksAModeratorWhy() {
            given(opened())
                    .when(new ChangeRoom(MODERATOR, ROOM, Toggle.ON, Toggle.AS_IS, " "))
                    .expectNoEvents()
                    .expectException(invalid("reason"));
        }

        @Test
        void asksNobodyElseWhy() {
            given(opened(), owned())
                    .when(new ChangeRoom(OWNER, ROOM, Toggle.ON, Toggle.AS_IS, ""))
                    .expectEvents(new RoomDisabled(ROOM));
        }

        @Test
        void enablesADisabledRoom() {
            given(opened(), new RoomDisabled(ROOM))
                    .when(new ChangeRoom(SERVICE, ROOM, Toggle.OFF, Toggle.AS_IS, ""))
                    .expectEvents(new RoomEnabled(ROOM));
        }

        @Test
        void toWhatIsSoAlreadyChangesNothing() {
            for (Toggle disabled : List.of(Toggle.ON, Toggle.AS_IS)) {
                given(opened(), new RoomDisabled(ROOM))
                        .when(new ChangeRoom(SERVICE, ROOM, disabled, Toggle.OFF, ""))
                        .expectSuccessfulHandlerExecution()
                        .expectNoEvents();
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"GAME", "SPECTATOR"})
        void finishesTheRoomsOfAGame(RoomType type) {
            RoomId id = RoomId.of(type, CLUB);
            given(new RoomOpened(id, type, CLUB, List.of(), false))
                    .when(new ChangeRoom(SERVICE, id, Toggle.ON, Toggle.ON, ""))
                    .expectEvents(new RoomDisabled(id), new RoomFinished(id));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"GAME", "SPECTATOR"})
        void finishesNoOtherRoom(RoomType type) {
            RoomId id = RoomId.of(type, CLUB);
            given(new RoomOpened(id, type, CLUB, List.of(), false))
                    .when(new ChangeRoom(SERVICE, id, Toggle.ON, Toggle.ON, ""))
                    .expectNoEvents()
                    .expectException(invalid("finished"));
        }

        @Test
        void finishesOnce() {
            given(openedGame(), new RoomFinished(GAME))
                    .when(new ChangeRoom(SERVICE, GAME, Toggle.AS_IS, Toggle.ON, ""))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void resumesNoFinishedGameNorTakesTheRestOfTheChange() {
            given(openedGame(), new RoomFinished(GAME))
                    .when(new ChangeRoom(SERVICE, GAME, Toggle.ON, Toggle.OFF, ""))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.ROOM_FINISHED));
        }

        private RoomOpened openedGame() {
            return new RoomOpened(GAME, RoomType.GAME, CLUB, List.of(ANN.id(), BEN.id()), false);
        }
    }

    private static List<UserId> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UserId("p" + i)).toList();
    }
}
