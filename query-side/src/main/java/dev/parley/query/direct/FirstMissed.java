package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.query.direct.DirectMessages.Stretch;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** Finds the first message of a conversation that is newer than a place in the log, looking at 64 messages per read. */
final class FirstMissed {
    private static final int LOOKED_AT = 64;

    private final DirectMessages messages;
    private final ConversationId conversation;
    private final long after;

    FirstMissed(DirectMessages messages, ConversationId conversation, long after) {
        this.messages = messages;
        this.conversation = conversation;
        this.after = after;
    }

    /**
     * Its number.
     *
     * @param old number of a message that is not newer, 0 for none
     * @param newer number of a message that is
     */
    CompletableFuture<Long> between(long old, long newer) {
        if (newer - old == 1) {
            return CompletableFuture.completedFuture(newer);
        }
        long step = (newer - old + LOOKED_AT) / (LOOKED_AT + 1);
        LongStream numbers = LongStream.iterate(old + step, number -> number < newer, number -> number + step);
        return messages.read(conversation, numbers)
                .thenCompose(found -> found.messages().isEmpty()
                        ? CompletableFuture.completedFuture(newer)
                        : between(lastOld(found, old), firstNew(found, newer)));
    }

    private long lastOld(Stretch found, long otherwise) {
        return numbers(found, false).max().orElse(otherwise);
    }

    private long firstNew(Stretch found, long otherwise) {
        return numbers(found, true).min().orElse(otherwise);
    }

    private LongStream numbers(Stretch found, boolean newer) {
        return found.messages().stream()
                .filter(message -> message.position() > after == newer)
                .mapToLong(message -> message.id().number());
    }
}
