package dev.parley.api.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.operations.ProjectionCommand;
import dev.parley.command.operations.ProjectionCommand.OperateProjection;
import dev.parley.command.operations.ProjectionCommand.Operation;
import dev.parley.command.operations.ProjectionCommand.RebuildProjection;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.projection.ProjectionQuery.CheckOperation;
import dev.parley.query.projection.ProjectionQuery.FindProjection;
import dev.parley.query.projection.ProjectionQuery.ListProjections;
import dev.parley.query.projection.ProjectionQuery.Need;
import dev.parley.query.projection.ProjectionView;
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
 * The projections, for admins: how far each is, and building one anew beside itself. What is asked for is an event with its
 * reason; the answer is 202 once the projections know of it, and how it goes on is told by a GET or the stream.
 */
@RestController
@RequestMapping("/api/admin/projections")
class ProjectionController {
    private final ProjectionRequests requests;
    private final Freshness freshness;
    private final QueryGateway queries;

    ProjectionController(ProjectionRequests requests, Freshness freshness, QueryGateway queries) {
        this.requests = requests;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** Why something is asked for: 1 to 1,000 characters. */
    record Because(@JsonProperty("reason") String reason) {}

    /** @param switched when the new version is read: {@code auto}, as soon as it can be, or {@code manual} */
    record Rebuild(
            @JsonProperty("reason") String reason,
            @JsonProperty("switch") String switched) {
        boolean manual() {
            return switch (switched == null ? "auto" : switched) {
                case "auto" -> false;
                case "manual" -> true;
                default -> throw new InvalidValue("switch", "auto or manual");
            };
        }
    }

    /** All projections, in the order of their names. Problems: not-allowed (403). */
    @GetMapping
    Mono<Page<ProjectionView>> list(Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new ListProjections(caller.actor()), PageOf.items(ProjectionView.class)),
                ProjectionRequests.OPERATIONS);
    }

    /** One projection. Problems: not-allowed (403), unknown-projection (404). */
    @GetMapping("/{name}")
    Mono<ProjectionView> find(@PathVariable ProjectionName name, Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new FindProjection(caller.actor(), name), ProjectionView.class),
                ProjectionRequests.OPERATIONS);
    }

    /**
     * Has the next version filled beside the one that is read, compared with it, and then read in its place. Problems:
     * not-allowed (403), unknown-projection (404), projection-needed, rebuild-under-way (409), invalid-value (422).
     */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> rebuild(
            @PathVariable ProjectionName name, @RequestBody Rebuild body, Caller caller, ServerWebExchange exchange) {
        var command = new RebuildProjection(caller.actor(), name, body.manual(), body.reason());
        return ask(command, Need.NO_PENDING_VERSION, body, exchange);
    }

    /**
     * Has what is read compared with a fresh replay, which is never read itself: the report names documents that differ.
     * Problems: not-allowed (403), unknown-projection (404), projection-needed, rebuild-under-way (409), invalid-value (422).
     */
    @PostMapping("/{name}/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> verify(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.VERIFY, Need.NO_PENDING_VERSION, body, caller, exchange);
    }

    /**
     * Has the documents that the last verification found to differ taken over from its replay. Problems: not-allowed (403),
     * unknown-projection (404), projection-needed, no-other-version (409), invalid-value (422).
     */
    @PostMapping("/{name}/repair")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> repair(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.REPAIR, Need.VERIFIED_VERSION, body, caller, exchange);
    }

    /**
     * Has the version read that was filled with {@code "switch": "manual"}, or else the one that a rollback went back from,
     * as long as it is kept. Problems: not-allowed (403), unknown-projection (404), projection-needed, no-other-version
     * (409), invalid-value (422).
     */
    @PostMapping("/{name}/switch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> switchOver(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.SWITCH, Need.NEXT_VERSION, body, caller, exchange);
    }

    /**
     * Has the earlier version read again that was read before, as long as it is kept. A second rollback is refused: only a
     * switch goes forward again. Problems: not-allowed (403), unknown-projection (404), projection-needed,
     * no-other-version (409), invalid-value (422).
     */
    @PostMapping("/{name}/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> rollBack(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.ROLL_BACK, Need.PREVIOUS_VERSION, body, caller, exchange);
    }

    /**
     * Gives up the version that is on its way. Problems: not-allowed (403), unknown-projection (404), projection-needed,
     * no-other-version (409), invalid-value (422).
     */
    @PostMapping("/{name}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> cancel(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.CANCEL, Need.PENDING_VERSION, body, caller, exchange);
    }

    /**
     * Has the projection read nothing from the log. Problems: not-allowed (403), unknown-projection (404),
     * projection-needed (409), invalid-value (422).
     */
    @PostMapping("/{name}/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> pause(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.PAUSE, Need.NOTHING, body, caller, exchange);
    }

    /**
     * Has it go on. Problems: not-allowed (403), unknown-projection (404), projection-needed (409), invalid-value (422).
     */
    @PostMapping("/{name}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> resume(
            @PathVariable ProjectionName name, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return ask(name, Operation.RESUME, Need.NOTHING, body, caller, exchange);
    }

    private Mono<Void> ask(
            ProjectionName name,
            Operation operation,
            Need need,
            Because body,
            Caller caller,
            ServerWebExchange exchange) {
        return ask(new OperateProjection(caller.actor(), name, operation, body.reason()), need, body, exchange);
    }

    private Mono<Void> ask(ProjectionCommand command, Need need, Object body, ServerWebExchange exchange) {
        var check = new CheckOperation(command.actor(), command.projection(), need);
        return requests.ask(exchange, body, () -> queries.query(check, ProjectionView.class), command);
    }
}
