package dev.parley.api.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Fields;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.moderation.HistoryView.HistoryEventView;
import dev.parley.api.moderation.StoredEvent;
import dev.parley.api.operations.ProjectionController.Because;
import dev.parley.command.operations.ProjectionCommand.RetryLetters;
import dev.parley.command.operations.ProjectionCommand.SkipLetter;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckRetry;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckSkip;
import dev.parley.query.projection.letter.DeadLetterQuery.FindDeadLetter;
import dev.parley.query.projection.letter.DeadLetterQuery.ListDeadLetters;
import dev.parley.query.projection.letter.DeadLetterView;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Events that a projection could not handle, and what waits behind them in their streams, for admins. What is asked for is
 * an event with its reason; the answer is 202 once the projections know of it.
 */
@RestController
@RequestMapping("/api/admin/projections/{name}/dead-letters")
class DeadLetterController {
    private static final String CURSOR = "cursor";

    private final ProjectionRequests requests;
    private final Freshness freshness;
    private final QueryGateway queries;
    private final StoredEvent events;

    DeadLetterController(ProjectionRequests requests, Freshness freshness, QueryGateway queries, StoredEvent events) {
        this.requests = requests;
        this.freshness = freshness;
        this.queries = queries;
        this.events = events;
    }

    /**
     * A dead letter and its event.
     *
     * @param event as histories show it; {@code null} where they do not, or not to the one who asks
     */
    record Inspected(
            @JsonProperty("letter") DeadLetterView letter,
            @JsonProperty("event") HistoryEventView event) {}

    /**
     * All of them, of all versions, in the order of the log in each. Problems: not-allowed (403), unknown-projection (404),
     * invalid-value (422).
     */
    @GetMapping
    @LetterParameters
    Mono<Page<DeadLetterView>> list(@PathVariable ProjectionName name, Caller caller, ServerWebExchange exchange) {
        var fields = new Fields(exchange.getRequest().getQueryParams());
        Optional<LetterId> after = Optional.of(fields.text(CURSOR))
                .filter(cursor -> !cursor.isEmpty())
                .map(cursor -> LetterId.parse(cursor, CURSOR));
        var query = new ListDeadLetters(caller.actor(), name, after, fields.limit());
        return freshness.read(
                exchange,
                () -> queries.query(query, PageOf.items(DeadLetterView.class)),
                ProjectionRequests.OPERATIONS);
    }

    /** One of them, with its event. Problems: not-allowed (403), unknown-projection, unknown-dead-letter (404). */
    @GetMapping("/{letterId}")
    Mono<Inspected> find(
            @PathVariable ProjectionName name,
            @PathVariable LetterId letterId,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new FindDeadLetter(caller.actor(), name, letterId);
        return freshness
                .read(exchange, () -> queries.query(query, DeadLetterView.class), ProjectionRequests.OPERATIONS)
                .flatMap(letter -> events.find(caller.actor(), letter.aggregate(), letter.stream(), letter.place())
                        .map(event -> new Inspected(letter, event))
                        .defaultIfEmpty(new Inspected(letter, null)));
    }

    /**
     * Has all of them handled again: those of a stream in their order, up to the first that fails. Problems: not-allowed
     * (403), unknown-projection, unknown-dead-letter (404), invalid-value (422).
     */
    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> retryAll(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        var check = new CheckRetry(caller.actor(), name);
        var command = new RetryLetters(caller.actor(), name, Optional.empty(), body.reason());
        return requests.ask(exchange, body, () -> queries.query(check, DeadLetterView.class), command);
    }

    /**
     * Has those of the stream of this one handled again, in their order, up to the first that fails. Problems: not-allowed
     * (403), unknown-projection, unknown-dead-letter (404), invalid-value (422).
     */
    @PostMapping("/{letterId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> retry(
            @PathVariable ProjectionName name,
            @PathVariable LetterId letterId,
            @RequestBody Because body,
            Caller caller,
            ServerWebExchange exchange) {
        var check = new FindDeadLetter(caller.actor(), name, letterId);
        var command = new RetryLetters(caller.actor(), name, Optional.of(letterId), body.reason());
        return requests.ask(exchange, body, () -> queries.query(check, DeadLetterView.class), command);
    }

    /**
     * Has this one never handled, and what waits behind it in its stream. Problems: not-allowed (403), unknown-projection,
     * unknown-dead-letter (404), waits-behind-another (409), invalid-value (422).
     */
    @PostMapping("/{letterId}/skip")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> skip(
            @PathVariable ProjectionName name,
            @PathVariable LetterId letterId,
            @RequestBody Because body,
            Caller caller,
            ServerWebExchange exchange) {
        var check = new CheckSkip(caller.actor(), name, letterId);
        var command = new SkipLetter(caller.actor(), name, letterId, body.reason());
        return requests.ask(exchange, body, () -> queries.query(check, DeadLetterView.class), command);
    }
}
