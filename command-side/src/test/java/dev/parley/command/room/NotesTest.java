package dev.parley.command.room;

import static dev.parley.command.Expected.refused;
import static dev.parley.command.room.RoomFixture.ANN;
import static dev.parley.command.room.RoomFixture.SERVICE;

import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.NotesText;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final EntityId GAME = new EntityId("g1");
    private final AggregateTestFixture<Notes> notes = new AggregateTestFixture<>(Notes.class);

    @Nested
    class Writing {
        @Test
        void beginsThem() {
            notes.givenNoPriorActivity().when(write(ANN, "e4 next time")).expectEvents(written("e4 next time"));
        }

        @Test
        void replacesThem() {
            notes.given(written("e4 next time")).when(write(ANN, "d4")).expectEvents(written("d4"));
        }

        @Test
        void theSameAgainChangesNothing() {
            notes.given(written("d4"))
                    .when(write(ANN, "d4 \n"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void nothingClearsThem() {
            notes.given(written("d4")).when(write(ANN, "")).expectEvents(written(""));
        }

        @Test
        void isRefusedToServices() {
            notes.givenNoPriorActivity()
                    .when(write(SERVICE, "d4"))
                    .expectNoEvents()
                    .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
        }
    }

    private static WriteNotes write(Actor actor, String text) {
        return new WriteNotes(actor, GAME, new NotesText(text));
    }

    private static NotesWritten written(String text) {
        return new NotesWritten(NotesId.of(ANN.id(), GAME), ANN.id(), GAME, new PersonalText(ANN.id(), text));
    }
}
