package dev.parley.command.room;

import static dev.parley.command.Expected.refused;
import static dev.parley.command.room.RoomFixture.ADMIN;
import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.BEN;
import static dev.parley.command.room.RoomFixture.CLUB;
import static dev.parley.command.room.RoomFixture.MODERATOR;
import static dev.parley.command.room.RoomFixture.NOON;
import static dev.parley.command.room.RoomFixture.OWNER;
import static dev.parley.command.room.RoomFixture.ROOM;
import static dev.parley.command.room.RoomFixture.SERVICE;
import static dev.parley.command.room.RoomFixture.STRANGER;
import static dev.parley.command.room.RoomFixture.given;
import static dev.parley.command.room.RoomFixture.opened;
import static dev.parley.command.room.RoomFixture.owned;
import static dev.parley.command.room.RoomFixture.post;
import static dev.parley.command.room.RoomFixture.posted;
import static dev.parley.command.room.RoomFixture.timedOut;

import dev.parley.command.CommandRejected.Refusal;
import dev.parley.command.RepeatedCommand;
import dev.parley.command.TestLog;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is written in a room. */
class RoomLinesTest {
    @Nested
    class PostingAMessage {
        @Test
        void numbersLinesFromOneWithoutHoles() {
            given(opened()).when(post(ANN, "hello")).expectEvents(posted(1, ANN, "hello"));
            given(opened(), posted(1, ANN, "hello"), new MessageRemoved(ROOM, 1, 1, ANN.id()))
                    .when(post(BEN, "hi"))
                    .expectEvents(posted(2, BEN, "hi"));
        }

        @Test
        void isForWhoWasAddedUntilTheyAreRemoved() {
            var added = new ParticipantAdded(ROOM, STRANGER.id());
            given(opened(), added).when(post(STRANGER, "hello")).expectEvents(posted(1, STRANGER, "hello"));
            given(opened(), added, new ParticipantRemoved(ROOM, STRANGER.id()))
                    .when(post(STRANGER, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_A_PARTICIPANT));
        }

        @Test
        void isForTheOwnerToo() {
            given(opened(), owned()).when(post(OWNER, "welcome")).expectEvents(posted(1, OWNER, "welcome"));
        }

        @Test
        void isRefusedToWhoTakesNoPartEvenAModerator() {
            for (Actor actor : List.of(STRANGER, MODERATOR, ADMIN)) {
                given(opened())
                        .when(post(actor, "hello"))
                        .expectNoEvents()
                        .expectExceptionDetails(refused(Rejection.NOT_A_PARTICIPANT));
            }
        }

        @Test
        void isRefusedInKidModeUntilItEnds() {
            var kids = new TestLog().given(NOON, ANN.id(), new KidModeEnabled(ANN.id(), "a hash"));
            given(kids, opened())
                    .when(post(ANN, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.KID_MODE));
            given(kids, opened()).when(post(BEN, "hello")).expectEvents(posted(1, BEN, "hello"));
            kids.given(NOON, ANN.id(), new KidModeDisabled(ANN.id()));
            given(kids, opened()).when(post(ANN, "hello")).expectEvents(posted(1, ANN, "hello"));
        }

        @Test
        void isRefusedWhileAClassKeepsTheAuthorInKidMode() {
            var kids = new TestLog().given(NOON, ANN.id(), new ClassJoined(ANN.id(), new ClassId("go"), true));
            given(kids, opened())
                    .when(post(ANN, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.KID_MODE));
        }

        @Test
        void isRefusedToServices() {
            given(opened())
                    .when(post(SERVICE, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }

        @Test
        void isRefusedWhileTheRoomIsDisabled() {
            given(opened(), new RoomDisabled(ROOM))
                    .when(post(ANN, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.ROOM_DISABLED));
        }

        @Test
        void worksAgainOnceTheRoomIsEnabled() {
            given(opened(), new RoomDisabled(ROOM), new RoomEnabled(ROOM))
                    .when(post(ANN, "hello"))
                    .expectEvents(posted(1, ANN, "hello"));
        }

        @Test
        void isRefusedUntilTheTimeoutEnds() {
            given(opened(), timedOut(ANN, NOON.plusMillis(1)))
                    .when(post(ANN, "hello"))
                    .expectNoEvents()
                    .expectExceptionDetails(new Refusal(Rejection.TIMED_OUT, NOON.plusMillis(1)));
        }

        @Test
        void worksAtTheInstantAtWhichTheTimeoutEnds() {
            given(opened(), timedOut(ANN, NOON)).when(post(ANN, "hello")).expectEvents(posted(1, ANN, "hello"));
        }

        @Test
        void isRefusedToThePlayersOfAGameThatOthersWatchUntilItIsFinished() {
            RoomId id = RoomId.of(RoomType.SPECTATOR, CLUB);
            var opened = new RoomOpened(id, RoomType.SPECTATOR, CLUB, List.of(ANN.id()), false);
            var line = new PostMessage(ANN, id, new ChatText("hello"));
            given(opened).when(line).expectNoEvents().expectExceptionDetails(refused(Rejection.STILL_PLAYING));
            given(opened, new RoomFinished(id))
                    .when(line)
                    .expectEvents(new MessagePosted(id, 1, ANN.id(), new PersonalText(ANN.id(), "hello")));
        }

        @Test
        void isRefusedWhenThereAreTooManyUntilThereIsRoom() {
            TestExecutor<Room> five = given(opened());
            for (int i = 0; i < 5; i++) {
                five.andGivenCurrentTime(NOON.plusSeconds(i)).andGiven(posted(i + 1, ANN, "line".repeat(i + 1)));
            }
            five.andGivenCurrentTime(NOON.plusMillis(9_999))
                    .when(post(ANN, "and one more"))
                    .expectNoEvents()
                    .expectExceptionDetails(new Refusal(Rejection.FLOOD, NOON.plusSeconds(10)));
        }

        @Test
        void isRefusedWhenItIsNearlyTheSameAgain() {
            given(opened(), posted(1, ANN, "the first of two"), posted(2, ANN, "something else"))
                    .when(post(ANN, "The first of two"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NEAR_DUPLICATE));
        }

        @Test
        void ofWhatSomebodyElseWroteIsNoDuplicate() {
            given(opened(), posted(1, ANN, "the first of two"))
                    .when(post(BEN, "the first of two"))
                    .expectEvents(posted(2, BEN, "the first of two"));
        }

        @Test
        void thatWasHandledBeforeIsRecognisedByItsId() {
            var stored = new GenericEventMessage<>(posted(1, ANN, "hello"), Map.of(Envelope.COMMAND, "c-1"));
            given(opened(), stored)
                    .when(withId("c-1", post(ANN, "hello")))
                    .expectNoEvents()
                    .expectException(RepeatedCommand.class);
            given(opened(), stored)
                    .when(withId("c-2", post(ANN, "how are you?")))
                    .expectEvents(posted(2, ANN, "how are you?"));
        }

        @Test
        void toARoomThatWasNeverOpenedFindsNone() {
            given().when(post(ANN, "hello")).expectException(AggregateNotFoundException.class);
        }
    }

    private static GenericCommandMessage<PostMessage> withId(String id, PostMessage command) {
        return new GenericCommandMessage<>(new GenericMessage<>(id, command, Map.of()), PostMessage.class.getName());
    }
}
