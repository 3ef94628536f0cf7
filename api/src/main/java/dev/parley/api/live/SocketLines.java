package dev.parley.api.live;

import dev.parley.api.http.Correlation;
import dev.parley.api.http.IdempotencyKey;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.PersonBudgets;
import dev.parley.api.live.ClientFrame.SendMessage;
import dev.parley.api.room.PostedLine;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.room.ChatText;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lines sent over a WebSocket: the same command, and the same idempotency keys, as over HTTP. */
record SocketLines(Commands commands, PersonBudgets budgets) {
    Mono<List<byte[]>> send(SendMessage frame, String ref, Caller caller) {
        budgets.takeWrite(caller.actor());
        var command = new PostMessage(caller.actor(), frame.roomId(), new ChatText(frame.content()));
        Origin origin = origin(frame);
        return Mono.fromFuture(() -> commands.send(command, origin), true)
                .map(outcome -> Answer.sent(ref, PostedLine.view(outcome, caller), outcome.position()));
    }

    private static Origin origin(SendMessage frame) {
        String correlation = Correlation.fresh();
        String key = frame.clientMessageId();
        if (key.isEmpty()) {
            return Origin.of(correlation);
        }
        IdempotencyKey.requireClientId(key);
        String path = "/api/chat/" + frame.roomId() + "/messages";
        return new Origin(correlation, key, IdempotencyKey.digest("POST", path, frame.content()));
    }
}
