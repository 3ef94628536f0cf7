package dev.parley.api.member;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.kernel.member.UserId;
import dev.parley.query.member.MemberQuery.FindMember;
import dev.parley.query.member.MemberView;
import dev.parley.query.relations.RelationView;
import dev.parley.query.relations.RelationsQuery.FindRelation;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who somebody is. */
@RestController
@RequestMapping("/api/users/{username}")
class ProfileController {
    private final Freshness freshness;
    private final QueryGateway queries;
    private final Introductions introductions;

    ProfileController(Freshness freshness, QueryGateway queries, Introductions introductions) {
        this.freshness = freshness;
        this.queries = queries;
        this.introductions = introductions;
    }

    /** Problems: unknown-user (404). */
    @GetMapping
    Mono<ProfileView> find(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return introductions.addressed(username).flatMap(person -> profile(person, caller, exchange));
    }

    private Mono<ProfileView> profile(UserId person, Caller caller, ServerWebExchange exchange) {
        var relation = new FindRelation(caller.actor().id(), person);
        return freshness
                .read(exchange, () -> queries.query(new FindMember(person), MemberView.class), "members")
                .zipWith(freshness.read(exchange, () -> queries.query(relation, RelationView.class), "relations"))
                .map(both -> ProfileView.of(both.getT1(), both.getT2()));
    }
}
