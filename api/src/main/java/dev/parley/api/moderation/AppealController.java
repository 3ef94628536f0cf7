package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.AppealText;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.appeal.AppealQuery.ListAppeals;
import dev.parley.query.moderation.appeal.AppealQuery.ListMyAppeals;
import dev.parley.query.moderation.appeal.AppealStatus;
import dev.parley.query.moderation.appeal.AppealView;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Appeals against what moderators did, answered by another moderator. */
@RestController
@RequestMapping("/api")
class AppealController {
    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;

    AppealController(Dispatch dispatch, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** @param text 5 to 5,000 characters */
    record NewAppeal(
            @JsonProperty("action_id") String action,
            @JsonProperty("text") String text) {
        FileAppeal command(Caller caller) {
            InvalidValue.unless(action != null, "action_id", "the id of an action");
            return new FileAppeal(caller.actor(), ActionId.parse(action), new AppealText(text));
        }
    }

    /** @param reason 1 to 1,000 characters, which the person is told */
    record Answer(
            @JsonProperty("granted") Boolean granted,
            @JsonProperty("reason") String reason) {
        AnswerAppeal command(Caller caller, AppealId appeal) {
            InvalidValue.unless(granted != null, "granted", "true or false");
            return new AnswerAppeal(caller.actor(), appeal, granted, reason);
        }
    }

    /**
     * Says what is wrong with an action about the caller. 201 with the appeal. Problems: unknown-action (404),
     * already-appealed (409), invalid-value (422).
     */
    @PostMapping("/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AppealView> appeal(@RequestBody NewAppeal body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller)).map(outcome -> view(outcome, caller));
    }

    /** The caller's appeals, the latest first. */
    @GetMapping("/appeals")
    Mono<Page<AppealView>> mine(Caller caller, ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> queries.query(new ListMyAppeals(caller.actor()), PageOf.items(AppealView.class)),
                ModerationWebConfiguration.APPEALS);
    }

    /**
     * Appeals of others that stand so, the earliest first, for moderators: {@code pending} ones unless told, {@code granted} or
     * {@code rejected} ones. Problems: not-allowed (403), invalid-value (422).
     */
    @GetMapping("/mod/appeals")
    Mono<Page<AppealView>> list(
            @RequestParam(defaultValue = "pending") String status,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new ListAppeals(caller.actor(), AppealStatus.of(status), cursor, limit);
        return freshness.read(
                exchange,
                () -> queries.query(query, PageOf.items(AppealView.class)),
                ModerationWebConfiguration.APPEALS);
    }

    /**
     * Answers an appeal, by a moderator other than the one who acted: what still holds of the action is lifted if it is
     * granted. Problems: account-ban, not-allowed, own-decision (403), unknown-appeal (404), appeal-answered,
     * sanction-over (409), invalid-value (422).
     */
    @PostMapping("/mod/appeals/{appealId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> answer(
            @PathVariable AppealId appealId, @RequestBody Answer body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, appealId)).then();
    }

    private static AppealView view(Outcome outcome, Caller author) {
        Recorded<AppealFiled> recorded = outcome.first(AppealFiled.class).orElseThrow();
        AppealFiled filed = recorded.event();
        return AppealView.filed(
                filed.appealId().toString(),
                filed.appealId().action().toString(),
                PersonView.of(author.actor().id(), author.username().value()),
                filed.text().text(),
                recorded.at());
    }
}
