package dev.parley.api.export;

import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Fields;
import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.command.CommandRejected;
import dev.parley.command.export.Detail;
import dev.parley.command.export.EventExport;
import dev.parley.command.export.EventExport.Part;
import dev.parley.command.export.EventExport.Question;
import dev.parley.kernel.Rejection;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events of the log for analysts, and what they look like. */
@RestController
@RequestMapping("/api/analytics/events")
class EventExportController {
    private final EventExport export;
    private final Dispatch dispatch;
    private final Connections connections;
    private final AccountBans bans;

    EventExportController(EventExport export, Dispatch dispatch, Connections connections, AccountBans bans) {
        this.export = export;
        this.dispatch = dispatch;
        this.connections = connections;
        this.bans = bans;
    }

    /**
     * All events up to now, in the order of the log, one JSON object a line: those that happened at {@code from} or later
     * and before {@code to}, of these {@code types}, behind {@code cursor}, which each line has. People and things have
     * pseudonyms, which are the same for all who name the same {@code export_key}, and nothing that anybody wrote is told.
     * Admins get names and texts with {@code personal=true} and a {@code reason}, which is itself an event; secrets and what
     * is written in private are not told then either. Problems: not-allowed (403), invalid-value (422),
     * too-many-connections (429), store-unavailable (503).
     */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ExportParameters
    @ApiResponse(
            responseCode = "200",
            description = "A line for each event, as /api/analytics/events/schema/ says",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    Mono<Void> export(Caller caller, ServerWebExchange exchange) {
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.empty(); // an export that nobody could read
        }
        var fields = new ExportFields(new Fields(exchange.getRequest().getQueryParams()));
        Question question = fields.question(caller.actor());
        long cursor = fields.cursor();
        Mono<Void> told = fields.personal()
                ? dispatch.send(exchange, "", fields.command(caller.actor())).then()
                : Mono.empty();
        Mono<Void> sent =
                Ndjson.send(exchange.getResponse(), parts(question, cursor).takeUntilOther(banned(caller)));
        return Mono.using(() -> connections.take(caller.actor()), place -> told.then(sent), Disposable::dispose);
    }

    /**
     * JSON Schema 2020-12 of the lines of an export: under pseudonyms, or with names.
     *
     * @param personal whether with names and texts
     */
    @GetMapping("/schema")
    Mono<Map<String, Object>> schema(@RequestParam(defaultValue = "false") boolean personal) {
        return Mono.fromSupplier(() -> export.schema(personal ? Detail.NAMED : Detail.PSEUDONYMOUS));
    }

    private Flux<byte[]> parts(Question question, long cursor) {
        return Parts.behind(cursor, position -> export.behind(question, position), Part::next)
                .map(Part::lines);
    }

    /** Fails as soon as the account is closed. */
    private Mono<Void> banned(Caller caller) {
        var closed = new CommandRejected(Rejection.ACCOUNT_BAN, "The account is closed.");
        return Mono.create(sink -> sink.onDispose(bans.whenBanned(caller.actor(), () -> sink.error(closed))));
    }
}
