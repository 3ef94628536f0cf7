package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.http.Reason;
import dev.parley.api.identity.Caller;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.BlockLists;
import dev.parley.query.room.message.MessagePages;
import dev.parley.query.room.message.MessageQuery.ListMessages;
import dev.parley.query.room.message.MessageQuery.Span;
import dev.parley.query.room.message.MessageView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** The lines of rooms. */
@RestController
@RequestMapping("/api/chat")
class MessageController {
    private final Dispatch dispatch;
    private final Freshness freshness;
    private final MessagePages pages;
    private final BlockLists blocks;

    MessageController(Dispatch dispatch, Freshness freshness, MessagePages pages, BlockLists blocks) {
        this.blocks = blocks;
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.pages = pages;
    }

    /** @param clientMessageId idempotency key of 1 to 64 visible characters; {@code null} for none */
    record NewMessage(
            @JsonProperty("content") String content,
            @JsonProperty("client_message_id") String clientMessageId) {
        NewMessage {
            clientMessageId = clientMessageId == null ? "" : clientMessageId;
        }
    }

    /**
     * A page of the room's history, oldest line first: the newest page, or the one right before or after a line. Lines of
     * people whom the caller blocks are left out.
     * Problems: kid-mode, not-a-participant, still-playing (403), unknown-room (404).
     */
    @GetMapping(path = "/{roomId}/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    @MessagePageAnswer
    Mono<byte[]> list(
            @PathVariable RoomId roomId,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        Span span = Spans.of(before, after);
        return freshness.read(
                exchange,
                () -> blocks.blockedBy(caller.actor().id())
                        .thenApply(blocked -> new ListMessages(roomId, caller.actor(), blocked, span, limit))
                        .thenCompose(pages::read),
                "messages");
    }

    /**
     * Says a line. 201 with it as it was accepted. Problems: kid-mode, not-a-participant, still-playing, room-disabled,
     * timed-out, near-duplicate (403), unknown-room (404), flood (429).
     */
    @PostMapping("/{roomId}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MessageView> post(
            @PathVariable RoomId roomId, @RequestBody NewMessage body, Caller caller, ServerWebExchange exchange) {
        var command = new PostMessage(caller.actor(), roomId, new ChatText(body.content()));
        return dispatch.send(exchange, body.content(), body.clientMessageId(), command)
                .map(outcome -> PostedLine.view(outcome, caller));
    }

    /**
     * Hides a line from all but moderators. By its author, the room's owner, or a moderator with a reason.
     * Problems: not-allowed (403), unknown-message (404).
     */
    @DeleteMapping("/messages/{messageId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable MessageId messageId, Reason reason, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, reason, new RemoveMessage(caller.actor(), messageId, reason.text()))
                .then();
    }
}
