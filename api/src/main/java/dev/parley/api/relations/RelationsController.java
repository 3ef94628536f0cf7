package dev.parley.api.relations;

import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.command.Command;
import dev.parley.command.relations.RelationsCommand.Block;
import dev.parley.command.relations.RelationsCommand.Follow;
import dev.parley.command.relations.RelationsCommand.Unblock;
import dev.parley.command.relations.RelationsCommand.Unfollow;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.relations.RelatedView;
import dev.parley.query.relations.RelationsQuery;
import dev.parley.query.relations.RelationsQuery.ListBlocks;
import dev.parley.query.relations.RelationsQuery.ListFollowing;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whom the caller follows and blocks. Who follows or blocks somebody is told to nobody, nor how many do. */
@RestController
@RequestMapping("/api")
class RelationsController {
    private static final String RELATIONS = "relations";

    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;
    private final Introductions introductions;

    RelationsController(Dispatch dispatch, Freshness freshness, QueryGateway queries, Introductions introductions) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
        this.introductions = introductions;
    }

    /**
     * Whom somebody follows, the latest first: for themselves and moderators. Problems: not-allowed (403), unknown-user
     * (404).
     */
    @GetMapping("/users/{username}/following")
    Mono<Page<RelatedView>> following(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        return introductions
                .addressed(username)
                .flatMap(person -> freshness.read(
                        exchange, () -> page(new ListFollowing(caller.actor(), person, cursor, limit)), RELATIONS));
    }

    /**
     * Follows somebody; nothing happens where it is so already. Problems: blocked, blocking, kid-mode, too-many-follows
     * (403), unknown-user (404).
     */
    @PostMapping("/users/{username}/follow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> follow(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return send(exchange, caller, username, other -> new Follow(caller.actor(), other));
    }

    /** Follows them no more. Problems: unknown-user (404). */
    @DeleteMapping("/users/{username}/follow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unfollow(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return send(exchange, caller, username, other -> new Unfollow(caller.actor(), other));
    }

    /**
     * Blocks somebody: neither follows the other from now on, and nothing of theirs is taken or shown. Problems:
     * too-many-blocks (403), unknown-user (404).
     */
    @PostMapping("/users/{username}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> block(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return send(exchange, caller, username, other -> new Block(caller.actor(), other));
    }

    /** Blocks them no more. Problems: unknown-user (404). */
    @DeleteMapping("/users/{username}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unblock(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return send(exchange, caller, username, other -> new Unblock(caller.actor(), other));
    }

    /** Whom the caller blocks, the latest first. */
    @GetMapping("/blocks")
    Mono<Page<RelatedView>> blocks(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new ListBlocks(caller.actor().id(), cursor, limit);
        return freshness.read(exchange, () -> page(query), RELATIONS);
    }

    private Mono<Void> send(
            ServerWebExchange exchange, Caller caller, String username, Function<UserId, Command> command) {
        return introductions
                .addressed(username)
                .flatMap(other -> dispatch.send(exchange, "", command.apply(other)))
                .then();
    }

    private CompletableFuture<Page<RelatedView>> page(RelationsQuery query) {
        return queries.query(query, PageOf.items(RelatedView.class));
    }
}
