package dev.parley.command.room;

import static dev.parley.command.Expected.invalid;
import static dev.parley.command.Expected.refused;
import static dev.parley.command.room.RoomFixture.ADMIN;
import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.BEN;
import static dev.parley.command.room.RoomFixture.MODERATOR;
import static dev.parley.command.room.RoomFixture.NOON;
import static dev.parley.command.room.RoomFixture.OWNER;
import static dev.parley.command.room.RoomFixture.ROOM;
import static dev.parley.command.room.RoomFixture.SERVICE;
import static dev.parley.command.room.RoomFixture.STRANGER;
import static dev.parley.command.room.RoomFixture.given;
import static dev.parley.command.room.RoomFixture.opened;
import static dev.parley.command.room.RoomFixture.owned;
import static dev.parley.command.room.RoomFixture.posted;
import static dev.parley.command.room.RoomFixture.timedOut;

import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Taking a line out of a room. */
class RoomRemovalsTest {
    @Nested
    class RemovingAMessage {
        private static final String WHY = "an insult";

        @Test
        void isForItsAuthorAndTheOwnerWithoutAReason() {
            for (Actor actor : List.of(ANN, OWNER)) {
                room().when(remove(actor, 1, "")).expectEvents(new MessageRemoved(ROOM, 1, 2, actor.id()));
            }
        }

        @Test
        void isForModeratorsWhoSayWhy() {
            for (Actor actor : List.of(MODERATOR, ADMIN)) {
                room().when(remove(actor, 1, WHY)).expectEvents(new MessageRemoved(ROOM, 1, 2, actor.id()));
            }
        }

        @Test
        void asksAModeratorWhy() {
            room().when(remove(MODERATOR, 1, "")).expectNoEvents().expectException(invalid("reason"));
        }

        @Test
        void asksNoModeratorWhyOfTheirOwnLine() {
            given(opened(), owned(), posted(1, MODERATOR, "mine"))
                    .when(remove(MODERATOR, 1, ""))
                    .expectEvents(new MessageRemoved(ROOM, 1, 2, MODERATOR.id()));
        }

        @Test
        void isRefusedToOthers() {
            for (Actor actor : List.of(BEN, STRANGER, SERVICE)) {
                room().when(remove(actor, 1, WHY))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
            }
        }

        @Test
        void staysPossibleForTheAuthorWhateverBecameOfThem() {
            room(timedOut(ANN, NOON.plusSeconds(60)), new ParticipantRemoved(ROOM, ANN.id()), new RoomDisabled(ROOM))
                    .when(remove(ANN, 1, ""))
                    .expectEvents(new MessageRemoved(ROOM, 1, 2, ANN.id()));
        }

        @Test
        void againChangesNothing() {
            room(new MessageRemoved(ROOM, 1, 2, ANN.id()))
                    .when(remove(OWNER, 1, ""))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void againAfterTwoHundredAndFiftySixOthersIsToldOnceMore() {
            Object[] others = LongStream.rangeClosed(2, 257)
                    .mapToObj(number -> new MessageRemoved(ROOM, number, 2, OWNER.id()))
                    .toArray();
            room(new MessageRemoved(ROOM, 1, 2, ANN.id()))
                    .andGiven(others)
                    .when(remove(ANN, 1, ""))
                    .expectEvents(new MessageRemoved(ROOM, 1, 2, ANN.id()));
        }

        @Test
        void thatIsNotThereIsUnknown() {
            var past = new MessageId(ROOM, 9, 9);
            var beside = new MessageId(ROOM, 1, 1);
            var otherNumber = new MessageId(ROOM, 2, 2);
            for (MessageId id : List.of(past, beside, otherNumber)) {
                room().when(new RemoveMessage(ANN, id, ""))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.UNKNOWN_MESSAGE));
            }
        }

        /** Ann's line is the room's first, and the third event in its stream. */
        private TestExecutor<Room> room(Object... later) {
            return given(opened(), owned(), posted(1, ANN, "hello")).andGiven(later);
        }

        private RemoveMessage remove(Actor actor, long number, String reason) {
            return new RemoveMessage(actor, new MessageId(ROOM, number, 2), reason);
        }
    }
}
