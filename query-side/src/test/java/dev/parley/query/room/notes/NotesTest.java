package dev.parley.query.room.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesEvent;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.Streams;
import dev.parley.query.room.notes.NotesQuery.FindNotes;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Contract
class NotesTest {
    private static final UserId ANN = new UserId("ann");
    private static final EntityId GAME = new EntityId("g1");
    private static final NotesId NOTES = NotesId.of(ANN, GAME);

    private final MongoForTests mongo = new MongoForTests();
    private final NotesProjection projection = new NotesProjection(mongo.writes());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areEmptyBeforeTheyAreWritten() {
        assertThat(content()).isEmpty();
    }

    @Test
    void readAsTheyWereLastWritten() {
        play(Streams.stream(NOTES.value(), List.of(written("e4"), written("e4 e5"))).stream());
        assertThat(content()).isEqualTo("e4 e5");
        play(Stream.of(Streams.message(NOTES.value(), 2, written(""))));
        assertThat(content()).isEmpty();
    }

    @Test
    void stayTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        List<DomainEventMessage<?>> stream =
                Streams.stream(NOTES.value(), List.of(written("zz"), written("aa"), written("bb")));
        play(stream.stream());
        List<Document> once = mongo.documents("notes");
        play(stream.stream());
        play(stream.subList(0, 1).stream());
        assertThat(mongo.documents("notes")).isEqualTo(once);
    }

    private String content() {
        return new NotesQueryHandler(mongo.readModels())
                .handle(new FindNotes(NOTES))
                .join()
                .content();
    }

    private void play(Stream<DomainEventMessage<?>> batch) {
        mongo.play(batch, (event, message) -> projection.on((NotesEvent) event, message.getSequenceNumber()));
    }

    private static NotesWritten written(String content) {
        return new NotesWritten(NOTES, ANN, GAME, new PersonalText(ANN, content));
    }
}
