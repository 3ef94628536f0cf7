package dev.parley.api.moderation;

import dev.parley.api.http.Fields;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Turns;
import dev.parley.command.History;
import dev.parley.command.History.Question;
import dev.parley.command.History.Told;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.query.Names;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows moderators all that ever happened to one thing, and how it stood at any time. */
@RestController
class HistoryController {
    private final Freshness freshness;
    private final History history;
    private final HistoryStreams streams;
    private final Names names;
    /** What is told of an earlier time may take all events up to then. */
    private final Turns turns = new Turns(2);

    HistoryController(Freshness freshness, History history, HistoryStreams streams, Names names) {
        this.freshness = freshness;
        this.history = history;
        this.streams = streams;
        this.names = names;
    }

    /**
     * All events of one room, conversation, topic, case (also by the id of a report), member, relation, category,
     * classroom, appeal or look (at a conversation), oldest first, {@code after} a place in their stream; and the state
     * {@code as_of} an instant or a position of the log, empty before the first event. {@code as_of_sequence} is the
     * place of the event that the state is right after, {@code last_sequence} that of the newest. A member or relation
     * is named by username or id. What people wrote to each other in private is {@code null}. Each node looks at two
     * earlier times at once. Problems: not-allowed (403), unknown-room, unknown-conversation, unknown-topic,
     * unknown-case, unknown-user, unknown-category, unknown-class, unknown-appeal (404), invalid-value (422),
     * too-many-requests (429).
     */
    @GetMapping("/api/mod/history/{kind}/{historyId}")
    @HistoryParameters
    Mono<HistoryView> history(
            @PathVariable String kind, @PathVariable String historyId, Caller caller, ServerWebExchange exchange) {
        var fields = new Fields(exchange.getRequest().getQueryParams());
        StreamKind known = StreamKind.of(kind);
        return streams.id(known, historyId)
                .flatMap(id -> told(exchange, question(caller, known, id, fields))
                        .switchIfEmpty(Mono.error(() -> HistoryStreams.unknown(known)))
                        .flatMap(told -> shown(told, known, id, fields.text(AsOfField.NAME))));
    }

    private Mono<Told> told(ServerWebExchange exchange, Question question) {
        Mono<Optional<Told>> read = freshness.read(exchange, () -> history.of(question));
        return (question.asOf() instanceof AsOf.Now ? read : turns.take(read::toFuture)).flatMap(Mono::justOrEmpty);
    }

    private Mono<HistoryView> shown(Told told, StreamKind kind, String id, String asOf) {
        return Mono.fromFuture(() -> names.people(HistoryView.people(told)))
                .map(named -> HistoryView.of(told, kind.label(), id, asOf.isEmpty() ? null : asOf, named));
    }

    private static Question question(Caller caller, StreamKind kind, String id, Fields fields) {
        return new Question(
                caller.actor(),
                kind,
                kind.stream(id),
                AsOfField.of(fields),
                fields.number("after", -1),
                fields.limit());
    }
}
