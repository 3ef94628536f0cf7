package dev.parley.query.relations;

import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.query.PastReads;
import dev.parley.query.relations.RelationsQuery.FindRelationAsOf;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how somebody stood to another at some time, from all that their own stream said by then. */
@Component
class PastRelationsQueryHandler {
    private final PastReads reads;

    PastRelationsQueryHandler(PastReads reads) {
        this.reads = reads;
    }

    @QueryHandler
    CompletableFuture<RelationView> handle(FindRelationAsOf query) {
        List<String> stream = List.of(RelationsId.of(query.viewer()).value());
        return reads.read(log -> {
            Relations relations = Relations.NONE;
            for (PastEvent<RelationsEvent> event : log.all(stream, RelationsEvent.class, query.asOf())) {
                relations = relations.after(event.event(), event.at());
            }
            return new RelationView(
                    relations.follows().containsKey(query.other()),
                    relations.blocks().contains(query.other()));
        });
    }
}
