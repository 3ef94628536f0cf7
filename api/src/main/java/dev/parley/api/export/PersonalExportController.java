package dev.parley.api.export;

import dev.parley.api.http.Json;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.ExportLimit;
import dev.parley.command.export.PersonalExport;
import dev.parley.command.export.PersonalExport.Own;
import dev.parley.command.export.PersonalExport.Part;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the log holds of the caller, to take away. */
@RestController
class PersonalExportController {
    private static final ContentDisposition FILE =
            ContentDisposition.attachment().filename("parley.ndjson").build();

    private final PersonalExport export;
    private final Names names;
    private final ExportLimit limit;

    PersonalExportController(PersonalExport export, Names names, ExportLimit limit) {
        this.export = export;
        this.names = names;
        this.limit = limit;
    }

    /**
     * All that the caller wrote and did, what is addressed to them, and what was done about them as far as they are told of
     * it, in the order in which it happened, one JSON object a line; in kid mode without what others wrote. Not who
     * follows, blocks or reports them, nor what moderators look at and write. One at a time, and 5 in an hour. Problems:
     * too-many-requests (429), store-unavailable (503).
     */
    @GetMapping(path = "/api/me/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Lines with type, at, payload, reason where a moderator said one, and people: those whom the"
                    + " payload names",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = OwnEventView.class)))
    Mono<Void> export(Caller caller, ServerWebExchange exchange) {
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.empty(); // an export that nobody could read
        }
        UserId person = caller.actor().id();
        exchange.getResponse().getHeaders().setContentDisposition(FILE);
        Flux<byte[]> parts = Parts.behind(0, position -> export.behind(person, position), Part::next)
                .concatMap(this::lines, 0);
        return Mono.using(
                () -> limit.take(caller.actor()),
                place -> Ndjson.send(exchange.getResponse(), parts),
                Disposable::dispose);
    }

    private Mono<byte[]> lines(Part part) {
        Set<UserId> people =
                part.events().stream().flatMap(event -> event.people().stream()).collect(Collectors.toSet());
        return Mono.fromFuture(() -> names.people(people)).map(named -> lines(part, named));
    }

    private static byte[] lines(Part part, Map<UserId, PersonView> named) {
        var lines = new ByteArrayOutputStream();
        for (Own event : part.events()) {
            lines.writeBytes(Json.mapper().writeValueAsBytes(OwnEventView.of(event, named)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
