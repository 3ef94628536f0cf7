package dev.parley.api.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Reason;
import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.forum.TopicCommand;
import dev.parley.command.forum.TopicCommand.CloseTopic;
import dev.parley.command.forum.TopicCommand.MoveTopic;
import dev.parley.command.forum.TopicCommand.PinTopic;
import dev.parley.command.forum.TopicCommand.RemoveTopic;
import dev.parley.command.forum.TopicCommand.ReopenTopic;
import dev.parley.command.forum.TopicCommand.StartTopic;
import dev.parley.command.forum.TopicCommand.UnpinTopic;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicTitle;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts topics and decides about them. */
@RestController
@RequestMapping("/api/forum/topics")
class TopicController {
    private final Dispatch dispatch;
    private final ForumAnswers answers;

    TopicController(Dispatch dispatch, ForumAnswers answers) {
        this.dispatch = dispatch;
        this.answers = answers;
    }

    record NewTopic(
            @JsonProperty("category") String category,
            @JsonProperty("title") String title,
            @JsonProperty("content") String content) {
        StartTopic command(Caller caller) {
            return new StartTopic(
                    caller.actor(),
                    TopicId.fresh(),
                    new CategoryId(category),
                    new TopicTitle(title),
                    new PostText(content));
        }
    }

    record Closing(
            @JsonProperty("is_closed") Boolean closed,
            @JsonProperty("reason") String reason) {
        TopicCommand command(Caller caller, TopicId topic) {
            InvalidValue.unless(closed != null, "is_closed", "true or false");
            return closed
                    ? new CloseTopic(caller.actor(), topic, reason)
                    : new ReopenTopic(caller.actor(), topic, reason);
        }
    }

    record Pinning(
            @JsonProperty("is_pinned") Boolean pinned,
            @JsonProperty("reason") String reason) {
        TopicCommand command(Caller caller, TopicId topic) {
            InvalidValue.unless(pinned != null, "is_pinned", "true or false");
            return pinned ? new PinTopic(caller.actor(), topic, reason) : new UnpinTopic(caller.actor(), topic, reason);
        }
    }

    record Move(
            @JsonProperty("category") String category,
            @JsonProperty("reason") String reason) {
        TopicCommand command(Caller caller, TopicId topic) {
            return new MoveTopic(caller.actor(), topic, new CategoryId(category), reason);
        }
    }

    /**
     * Starts a topic. 201 with it and its first post; 200 with the one that the caller started within the last hour under
     * the same title, or whose first post they wrote or edited to say the same in that time. Problems: kid-mode,
     * restriction, comm-ban, account-ban (403), unknown-category (404), invalid-value (422), too-many-topics (429).
     */
    @PostMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    Mono<ResponseEntity<StartedTopicView>> start(
            @RequestBody NewTopic body, Caller caller, ServerWebExchange exchange) {
        StartTopic command = body.command(caller);
        return dispatch.send(exchange, body, command)
                .flatMap(outcome -> answers.started(outcome, caller)
                        .map(started -> ResponseEntity.status(status(outcome)).body(started)));
    }

    /**
     * Closes a topic or reopens it: its author, as long as no moderator has closed it, and moderators with a reason.
     * Problems: not-allowed, for authors kid-mode, comm-ban, account-ban (403), unknown-topic (404), invalid-value (422).
     */
    @PatchMapping("/{topicId}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> close(
            @PathVariable TopicId topicId, @RequestBody Closing body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, topicId)).then();
    }

    /** Pins a topic or unpins it, by a moderator. Problems: not-allowed (403), unknown-topic (404), invalid-value (422). */
    @PatchMapping("/{topicId}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> pin(
            @PathVariable TopicId topicId, @RequestBody Pinning body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, topicId)).then();
    }

    /**
     * Moves a topic to another category, by a moderator. Problems: not-allowed (403), unknown-topic, unknown-category
     * (404), invalid-value (422).
     */
    @PatchMapping("/{topicId}/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> move(@PathVariable TopicId topicId, @RequestBody Move body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, topicId)).then();
    }

    /** Removes a topic, by a moderator. Problems: not-allowed (403), unknown-topic (404), invalid-value (422). */
    @DeleteMapping("/{topicId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable TopicId topicId, Reason reason, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, reason, new RemoveTopic(caller.actor(), topicId, reason.text()))
                .then();
    }

    private static HttpStatus status(Outcome outcome) {
        return outcome.ofAnother() ? HttpStatus.OK : HttpStatus.CREATED;
    }
}
