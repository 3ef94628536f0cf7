package dev.parley.api.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.command.direct.ConversationCommand;
import dev.parley.command.direct.ConversationCommand.HideConversation;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.query.direct.DirectMessageView;
import org.springframework.http.HttpStatus;
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

/** Direct messages between two people. Who may write to whom stands in docs/writing-policy.md. */
@RestController
@RequestMapping("/api/messages")
class ConversationController {
    private final Dispatch dispatch;
    private final Introductions introductions;
    private final DirectAnswers answers;

    ConversationController(Dispatch dispatch, Introductions introductions, DirectAnswers answers) {
        this.dispatch = dispatch;
        this.introductions = introductions;
        this.answers = answers;
    }

    /** @param clientMessageId idempotency key of 1 to 64 visible characters; {@code null} for none */
    record FirstMessage(
            @JsonProperty("recipient") String recipient,
            @JsonProperty("content") String content,
            @JsonProperty("client_message_id") String clientMessageId) {
        FirstMessage {
            recipient = recipient == null ? "" : recipient;
            clientMessageId = clientMessageId == null ? "" : clientMessageId;
        }

        /** What tells one request from another with the same key. */
        String digested() {
            return recipient + "\n" + content;
        }
    }

    /** @param clientMessageId idempotency key of 1 to 64 visible characters; {@code null} for none */
    record NextMessage(
            @JsonProperty("content") String content,
            @JsonProperty("client_message_id") String clientMessageId) {
        NextMessage {
            clientMessageId = clientMessageId == null ? "" : clientMessageId;
        }
    }

    /** @param upTo id of the last message that was read; {@code null} for all there are */
    record ReadUpTo(@JsonProperty("up_to") String upTo) {
        private static final ReadUpTo ALL = new ReadUpTo(null);

        ConversationCommand command(Caller caller, ConversationId conversation) {
            return upTo == null
                    ? new MarkRead(caller.actor(), conversation)
                    : new MarkReadUpTo(caller.actor(), conversation, DirectMessageId.parse(upTo));
        }
    }

    /**
     * Writes to somebody: begins the conversation, or goes on in it. 201 with both. Problems: blocked, blocking, kid-mode,
     * message-privacy, restriction, comm-ban, account-ban (403), unknown-user, invalid-value (422),
     * too-many-conversations, too-many-messages (429).
     */
    @PostMapping("/compose")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ComposedView> compose(@RequestBody FirstMessage body, Caller caller, ServerWebExchange exchange) {
        var content = new DirectText(body.content());
        return introductions
                .person(exchange, caller.actor(), PersonName.known(body.recipient()))
                .map(recipient -> new WriteTo(caller.actor(), recipient, content))
                .flatMap(command -> dispatch.send(exchange, body.digested(), body.clientMessageId(), command))
                .flatMap(outcome -> answers.composed(outcome, caller));
    }

    /**
     * Goes on in a conversation. 201 with the message. Problems: as for the first message, and unknown-conversation
     * (404).
     */
    @PostMapping("/{conversationId}")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DirectMessageView> reply(
            @PathVariable ConversationId conversationId,
            @RequestBody NextMessage body,
            Caller caller,
            ServerWebExchange exchange) {
        var command = new Reply(caller.actor(), conversationId, new DirectText(body.content()));
        return dispatch.send(exchange, body.content(), body.clientMessageId(), command)
                .map(outcome -> SentMessage.view(outcome, caller));
    }

    /** Has read up to a message, or all. Problems: unknown-conversation, unknown-message (404). */
    @PatchMapping("/{conversationId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> read(
            @PathVariable ConversationId conversationId,
            @RequestBody(required = false) Mono<ReadUpTo> body,
            Caller caller,
            ServerWebExchange exchange) {
        return body.defaultIfEmpty(ReadUpTo.ALL)
                .flatMap(read -> dispatch.send(exchange, read, read.command(caller, conversationId)))
                .then();
    }

    /** Puts the conversation out of sight until its next message. Problems: unknown-conversation (404). */
    @DeleteMapping("/{conversationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> hide(@PathVariable ConversationId conversationId, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, "", new HideConversation(caller.actor(), conversationId))
                .then();
    }
}
