package dev.parley.api.live;

import dev.parley.api.http.Correlation;
import dev.parley.api.http.IdempotencyKey;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.PersonBudgets;
import dev.parley.api.live.ClientFrame.SendMessage;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.PersonView;
import dev.parley.query.room.message.MessageView;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Lines sent over a WebSocket: the same command, and the same idempotency keys, as over HTTP. */
record SocketLines(Commands commands, PersonBudgets budgets) {
    Mono<List<byte[]>> send(SendMessage frame, String ref, Caller caller) {
        budgets.takeWrite(caller.actor());
        var command = new PostMessage(caller.actor(), frame.roomId(), new ChatText(frame.content()));
        return Mono.deferContextual(context -> {
                    Origin origin = origin(frame, context);
                    return Mono.fromFuture(() -> commands.send(command, origin), true);
                })
                .map(outcome -> Answer.sent(ref, view(outcome, caller), outcome.position()));
    }

    private static Origin origin(SendMessage frame, ContextView context) {
        String correlation = Correlation.of(context);
        String key = frame.clientMessageId();
        if (key.isEmpty()) {
            return Origin.of(correlation);
        }
        IdempotencyKey.requireClientId(key);
        String path = "/api/chat/" + frame.roomId() + "/messages";
        return new Origin(correlation, key, IdempotencyKey.digest("POST", path, frame.content()));
    }

    private static MessageView view(Outcome outcome, Caller author) {
        Recorded<MessagePosted> recorded = outcome.first(MessagePosted.class).orElseThrow();
        MessagePosted posted = recorded.event();
        var id = new MessageId(posted.roomId(), posted.number(), recorded.sequence());
        var person = PersonView.of(posted.author(), author.username().value());
        return MessageView.posted(id, person, posted.content().text(), recorded.at());
    }
}
