package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.moderation.HolderView;
import dev.parley.query.moderation.discipline.ActionView;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Inquiries into cases: by moderators, one at a time, and never about themselves. */
@RestController
@RequestMapping("/api/mod/reports/{caseId}")
class CaseController {
    private final Dispatch dispatch;
    private final ActionAnswers answers;

    CaseController(Dispatch dispatch, ActionAnswers answers) {
        this.dispatch = dispatch;
        this.answers = answers;
    }

    /** @param fence of the claim under which this is meant; {@code null} for the one that holds */
    record Release(@JsonProperty("fence") Long fence) {
        private static final Release ANY = new Release(null);
    }

    /** @param reason 1 to 1,000 characters */
    record Verdict(
            @JsonProperty("fence") Long fence,
            @JsonProperty("reason") String reason) {}

    /**
     * @param type {@code warning}, {@code chat_ban}, {@code comm_ban}, {@code restriction} or {@code account_ban}
     * @param reason 1 to 1,000 characters, which the person is told
     * @param duration of ISO 8601, such as {@code P1D}; {@code null} for good, and for a warning
     */
    record CaseAction(
            @JsonProperty("fence") Long fence,
            @JsonProperty("action_type") String type,
            @JsonProperty("reason") String reason,
            @JsonProperty("duration") String duration) {
        ActOnCase command(Caller caller, CaseId caseId) {
            return new ActOnCase(
                    caller.actor(), caseId, under(fence), ActionType.of(type), ActionController.term(duration), reason);
        }
    }

    /**
     * Takes a case for oneself for 20 minutes ({@code parley.moderation.lease}), under a new fence, or prolongs that under
     * the one that holds. Problems: account-ban, not-allowed, own-decision (403), unknown-case (404), claimed-by-another,
     * case-decided (409).
     */
    @PostMapping("/claim")
    Mono<HolderView> claim(@PathVariable CaseId caseId, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, "", new ClaimCase(caller.actor(), caseId))
                .map(outcome -> answers.claimed(outcome, caller));
    }

    /**
     * Leaves a case to others. Problems: account-ban, not-allowed (403), unknown-case (404), inquiry-lost, case-decided
     * (409).
     */
    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(
            @PathVariable CaseId caseId,
            @RequestBody(required = false) Mono<Release> body,
            Caller caller,
            ServerWebExchange exchange) {
        return body.defaultIfEmpty(Release.ANY)
                .flatMap(release -> dispatch.send(
                        exchange, release, new ReleaseCase(caller.actor(), caseId, under(release.fence()))))
                .then();
    }

    /**
     * Decides that nothing was wrong. Problems: account-ban, not-allowed (403), unknown-case (404), inquiry-lost,
     * case-decided (409), invalid-value (422).
     */
    @PostMapping("/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(
            @PathVariable CaseId caseId, @RequestBody Verdict body, Caller caller, ServerWebExchange exchange) {
        var command = new DismissCase(caller.actor(), caseId, under(body.fence()), body.reason());
        return dispatch.send(exchange, body, command).then();
    }

    /** Decides that something was wrong, and nothing needs to be done. Problems: as for dismissing. */
    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> review(
            @PathVariable CaseId caseId, @RequestBody Verdict body, Caller caller, ServerWebExchange exchange) {
        var command = new ReviewCase(caller.actor(), caseId, under(body.fence()), body.reason());
        return dispatch.send(exchange, body, command).then();
    }

    /**
     * Decides to do something about the person, if they moderate by an admin: else not-allowed (403). 201 with what was
     * done. Problems: as for dismissing.
     */
    @PostMapping("/action")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ActionView> act(
            @PathVariable CaseId caseId, @RequestBody CaseAction body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, caseId))
                .map(outcome -> answers.acted(outcome, caller));
    }

    private static OptionalLong under(Long given) {
        return given == null ? OptionalLong.empty() : OptionalLong.of(given);
    }
}
