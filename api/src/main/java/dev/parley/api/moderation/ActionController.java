package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.command.CommandRejected;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.Term;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.moderation.discipline.ActionView;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListActions;
import dev.parley.query.moderation.discipline.DisciplineQuery.ListSanctions;
import dev.parley.query.moderation.discipline.SanctionView;
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

/** What moderators do about people, with or without a report, and what people see of that. */
@RestController
@RequestMapping("/api")
class ActionController {
    private final Dispatch dispatch;
    private final NamedPeople people;
    private final ActionAnswers answers;
    private final Freshness freshness;
    private final QueryGateway queries;

    ActionController(
            Dispatch dispatch, NamedPeople people, ActionAnswers answers, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.people = people;
        this.answers = answers;
        this.freshness = freshness;
        this.queries = queries;
    }

    /**
     * @param type {@code warning}, {@code chat_ban}, {@code comm_ban}, {@code restriction} or {@code account_ban}
     * @param reason 1 to 1,000 characters, which the person is told
     * @param duration of ISO 8601, such as {@code P1D}; {@code null} for good, and for a warning
     */
    record NewAction(
            @JsonProperty("action_type") String type,
            @JsonProperty("reason") String reason,
            @JsonProperty("duration") String duration) {
        ActionType actionType() {
            return ActionType.of(type);
        }

        Optional<Term> term() {
            return ActionController.term(duration);
        }
    }

    /** @param text 1 to 1,000 characters */
    record Why(@JsonProperty("reason") String text) {}

    /**
     * Does something about somebody, by a moderator, or by an admin about a moderator; whoever has no username goes by
     * {@code ~} and their id. 201 with what was done. Problems: account-ban, not-allowed (403), unknown-user (404),
     * invalid-value (422).
     */
    @PostMapping("/mod/users/{username}/actions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ActionView> act(
            @PathVariable String username, @RequestBody NewAction body, Caller caller, ServerWebExchange exchange) {
        ActionType type = body.actionType();
        Optional<Term> term = body.term();
        return people.addressed(username)
                .map(person -> new ActOn(caller.actor(), person, type, term, body.reason()))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .map(outcome -> answers.acted(outcome, caller))
                .onErrorMap(ActionController::namesNobody, unknown -> Introductions.nobody());
    }

    /**
     * The latest 200 things that were done about somebody, the latest first, for other moderators. Problems: not-allowed
     * (403), unknown-user (404).
     */
    @GetMapping("/mod/users/{username}/actions")
    Mono<Page<ActionView>> list(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return people.addressed(username)
                .map(person -> new ListActions(caller.actor(), person))
                .flatMap(query -> freshness.read(
                        exchange,
                        () -> queries.query(query, PageOf.items(ActionView.class)),
                        ModerationWebConfiguration.DISCIPLINE));
    }

    /**
     * Ends a sanction before its time, by a moderator, or by an admin if it is one of a moderator. Problems: account-ban,
     * not-allowed (403), unknown-action (404), sanction-over (409), invalid-value (422).
     */
    @PostMapping("/mod/actions/{actionId}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> lift(@PathVariable ActionId actionId, @RequestBody Why body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, new LiftAction(caller.actor(), actionId, body.text()))
                .then();
    }

    /** The latest 200 things that moderators did about the caller, the latest first, and how their appeals stand. */
    @GetMapping("/me/sanctions")
    Mono<Page<SanctionView>> mine(Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new ListSanctions(caller.actor()), PageOf.items(SanctionView.class)),
                ModerationWebConfiguration.DISCIPLINE,
                ModerationWebConfiguration.APPEALS);
    }

    private static boolean namesNobody(Throwable failure) {
        return failure instanceof CommandRejected refused && refused.rule() == Rejection.UNKNOWN_USER;
    }

    static Optional<Term> term(String duration) {
        return Optional.ofNullable(duration).map(Term::new);
    }
}
