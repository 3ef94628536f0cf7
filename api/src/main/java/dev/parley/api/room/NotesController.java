package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.room.NotesCommand.WriteNotes;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.NotesText;
import dev.parley.query.room.notes.NotesQuery.FindNotes;
import dev.parley.query.room.notes.NotesView;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's private notes beside one game. */
@RestController
@RequestMapping("/api/chat/notes/{gameId}")
class NotesController {
    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;

    NotesController(Dispatch dispatch, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** @param content empty to clear the notes */
    record NotesBody(@JsonProperty("content") String content) {
        NotesText text() {
            InvalidValue.unless(content != null, "content", "a text, empty to clear the notes");
            return new NotesText(content);
        }
    }

    /** The notes; empty where nothing was written. */
    @GetMapping
    Mono<NotesView> find(@PathVariable EntityId gameId, Caller caller, ServerWebExchange exchange) {
        var query = new FindNotes(NotesId.of(caller.actor().id(), gameId));
        return freshness.read(exchange, () -> queries.query(query, NotesView.class), "notes");
    }

    /** Puts these notes in place of what was there. Problems: invalid-value (422) past 10,000 characters. */
    @PutMapping
    Mono<NotesView> write(
            @PathVariable EntityId gameId, @RequestBody NotesBody body, Caller caller, ServerWebExchange exchange) {
        NotesText content = body.text();
        return dispatch.send(exchange, body, new WriteNotes(caller.actor(), gameId, content))
                .thenReturn(new NotesView(content.value()));
    }
}
