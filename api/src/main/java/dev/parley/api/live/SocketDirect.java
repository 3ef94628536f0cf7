package dev.parley.api.live;

import dev.parley.api.direct.SentMessage;
import dev.parley.api.http.Correlation;
import dev.parley.api.http.IdempotencyKey;
import dev.parley.api.identity.Caller;
import dev.parley.api.live.ClientFrame.JoinMe;
import dev.parley.api.live.ClientFrame.ReadMessages;
import dev.parley.api.live.ClientFrame.SendMessage;
import dev.parley.command.Command;
import dev.parley.command.Origin;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.query.PersonView;
import dev.parley.query.direct.live.PersonalStream;
import dev.parley.query.direct.live.PersonalStreams.Opened;
import dev.parley.query.live.Frame;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Direct messages over one WebSocket: the same commands, and the same idempotency keys, as over HTTP. */
final class SocketDirect {
    private final SocketServices services;
    private final Consumer<CloseStatus> close;
    private final AtomicBoolean joined = new AtomicBoolean();

    SocketDirect(SocketServices services, Consumer<CloseStatus> close) {
        this.services = services;
        this.close = close;
    }

    /** The answer to the frame, and from then on what happens to the caller. */
    Flux<List<byte[]>> join(JoinMe frame, String ref, Caller caller) {
        if (!joined.compareAndSet(false, true)) {
            return Flux.just(Answer.done(ref));
        }
        Opened opened = services.people().open(caller.actor().id(), frame.after());
        opened.stream().whenClosed(() -> ended(opened.stream()));
        return opened.frames()
                .map(Frame::text)
                .map(List::of)
                .startWith(Answer.done(ref))
                .doFinally(end -> joined.set(false));
    }

    Mono<List<byte[]>> send(SendMessage frame, String ref, Caller caller) {
        services.budgets().takeWrite(caller.actor());
        var command = new Reply(caller.actor(), frame.conversationId(), new DirectText(frame.content()));
        Origin origin = origin(frame);
        return Mono.fromFuture(() -> services.commands().send(command, origin), true)
                .map(outcome -> Answer.sent(ref, SentMessage.view(outcome, caller), outcome.position()));
    }

    Mono<List<byte[]>> read(ReadMessages frame, String ref, Caller caller) {
        services.budgets().takeWrite(caller.actor());
        Command command = frame.upTo() == null
                ? new MarkRead(caller.actor(), frame.conversationId())
                : new MarkReadUpTo(caller.actor(), frame.conversationId(), DirectMessageId.parse(frame.upTo()));
        return Mono.fromFuture(() -> services.commands().send(command, Origin.of(Correlation.fresh())), true)
                .thenReturn(Answer.done(ref));
    }

    Mono<Void> typing(ConversationId conversation, Caller caller) {
        PersonView person = PersonView.of(caller.actor().id(), caller.username().value());
        return Mono.fromFuture(() -> services.typing().typing(conversation, caller.actor(), person));
    }

    private void ended(PersonalStream stream) {
        switch (stream.ending()) {
            case PersonalStream.SLOW_CONSUMER -> close.accept(Closing.SLOW_CONSUMER);
            case PersonalStream.GOING_AWAY -> close.accept(Closing.GOING_AWAY);
            default -> {} // the client hears why, and may join again
        }
    }

    private static Origin origin(SendMessage frame) {
        String correlation = Correlation.fresh();
        String key = frame.clientMessageId();
        if (key.isEmpty()) {
            return Origin.of(correlation);
        }
        IdempotencyKey.requireClientId(key);
        String path = "/api/messages/" + frame.conversationId();
        return new Origin(correlation, key, IdempotencyKey.digest("POST", path, frame.content()));
    }
}
