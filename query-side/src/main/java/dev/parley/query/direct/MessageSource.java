package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.query.direct.DirectMessages.Stretch;
import java.util.concurrent.CompletableFuture;

/** Where messages are read from by their numbers, which have no holes. */
interface MessageSource {
    /** The conversation's head, and those of the messages {@code first} to {@code last}, both included, that there are. */
    CompletableFuture<Stretch> read(ConversationId conversation, long first, long last);
}
