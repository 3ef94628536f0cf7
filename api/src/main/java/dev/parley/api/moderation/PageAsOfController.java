package dev.parley.api.moderation;

import dev.parley.api.http.Fields;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.moderation.PagesAsOf.Request;
import dev.parley.command.History;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.PastStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows moderators pages as their readers had them at any time. */
@RestController
class PageAsOfController {
    private final Freshness freshness;
    private final History history;
    private final HistoryStreams streams;
    private final PagesAsOf pages;

    PageAsOfController(Freshness freshness, History history, HistoryStreams streams, PagesAsOf pages) {
        this.freshness = freshness;
        this.history = history;
        this.streams = streams;
        this.pages = pages;
    }

    /**
     * The page of a room, topic, conversation or member {@code as_of} an instant or a position of the log, as the live
     * endpoint answers it to a moderator who blocks nobody, with the names of then. A room leads on by {@code before} and
     * {@code after}, a topic by {@code after}, a conversation by {@code before}. To look at a conversation takes a
     * {@code case} that the moderator holds or a {@code reason}, as any look does, and is told in the log likewise; it is
     * of at most 50 messages. Problems: not-allowed (403), unknown-room, unknown-conversation, unknown-topic,
     * unknown-user, unknown-case (404) also where there was none yet, inquiry-lost, case-decided (409), invalid-value
     * (422).
     */
    @GetMapping("/api/mod/history/{kind}/{historyId}/page")
    @PageAsOfAnswer
    Mono<Object> page(
            @PathVariable String kind, @PathVariable String historyId, Caller caller, ServerWebExchange exchange) {
        var fields = new Fields(exchange.getRequest().getQueryParams());
        StreamKind known = StreamKind.of(kind);
        var page = page(known);
        return streams.id(known, historyId)
                .flatMap(id -> freshness.read(exchange, () -> stream(caller, known, id, fields)))
                .flatMap(Mono::justOrEmpty)
                .<Object>flatMap(stream -> page.apply(stream, new Request(caller, fields, exchange)))
                .switchIfEmpty(Mono.error(() -> HistoryStreams.unknown(known)));
    }

    private CompletableFuture<Optional<PastStream>> stream(Caller caller, StreamKind kind, String id, Fields fields) {
        return history.stream(caller.actor(), kind, kind.stream(id), AsOfField.of(fields));
    }

    private BiFunction<PastStream, Request, Mono<?>> page(StreamKind kind) {
        return switch (kind) {
            case ROOM -> pages::room;
            case TOPIC -> pages::topic;
            case CONVERSATION -> pages::conversation;
            case MEMBER -> pages::member;
            case CASE, RELATION, CATEGORY, CLASSROOM, APPEAL, PROJECTION, LOOK, EXPORT ->
                throw new InvalidValue("kind", "one of room, topic, conversation, member");
        };
    }
}
