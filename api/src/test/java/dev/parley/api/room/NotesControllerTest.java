package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.query.room.notes.NotesQuery.FindNotes;
import dev.parley.query.room.notes.NotesView;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Private notes over HTTP. */
class NotesControllerTest extends RoomApiTest {
    @Test
    void areTheCallersOwn() {
        given(queries.query(eq(new FindNotes(NotesId.of(ANN, new EntityId("abc")))), eq(NotesView.class)))
                .willReturn(CompletableFuture.completedFuture(new NotesView("e4 is best")));
        get(ann, "/api/chat/notes/abc/").expectStatus().isOk().expectBody().json("{\"content\":\"e4 is best\"}");
    }

    @Test
    void areNotClearedByABodyThatLacksThem() {
        for (String body : List.of("{}", "{\"content\":null}")) {
            send(ann, HttpMethod.PUT, "/api/chat/notes/abc", body)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.pointer")
                    .isEqualTo("/content");
        }
        then(commands).should(never()).send(isA(WriteNotes.class), any());
    }

    @Test
    void areWrittenAsAWhole() {
        send(ann, HttpMethod.PUT, "/api/chat/notes/abc", "{\"content\":\"d4 too \"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"content\":\"d4 too\"}");
        assertThat(sent(WriteNotes.class)).satisfies(command -> {
            assertThat(command.actor().id()).isEqualTo(ANN);
            assertThat(command.content().value()).isEqualTo("d4 too");
        });
    }
}
