package dev.parley.query.direct;

import dev.parley.query.Names;
import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers moderators what two people write to each other, or wrote. Whether they may look was decided before. */
@Component
class LookQueryHandler {
    private final LookReader present;
    private final PastReads reads;
    private final PastNames names;

    LookQueryHandler(DirectMessages messages, Names names, PastReads reads, PastNames pastNames) {
        this.present = new LookReader(messages, names);
        this.reads = reads;
        this.names = pastNames;
    }

    @QueryHandler
    CompletableFuture<LookView> handle(LookQuery query) {
        return present.page(query.conversationId(), query.before(), LookQuery.MOST);
    }

    @QueryHandler
    CompletableFuture<LookView> handle(LookAsOf query) {
        return new LookReader(
                        new MessagesAsOf(reads, query.conversation()),
                        names.asOf(query.conversation().asOf()))
                .page(query.conversationId(), query.before(), query.limit());
    }
}
