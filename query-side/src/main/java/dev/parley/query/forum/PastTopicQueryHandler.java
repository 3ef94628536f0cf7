package dev.parley.query.forum;

import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import dev.parley.query.forum.TopicQuery.FindTopicAsOf;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what a topic was at some time. */
@Component
class PastTopicQueryHandler {
    private final ForumReaders readers;
    private final PastReads reads;
    private final PastNames names;

    PastTopicQueryHandler(ForumReaders readers, PastReads reads, PastNames names) {
        this.readers = readers;
        this.reads = reads;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<TopicView> handle(FindTopicAsOf query) { // null when removed: the one null Axon asks for
        return readers.read(
                query.viewer(),
                () -> reads.read(log -> new PastTopics(log).find(query.topic()))
                        .thenCompose(topic -> names.asOf(query.topic().asOf())
                                .people(Set.of(topic.author()))
                                .thenApply(named -> topic.removed() ? null : topic.view(named))));
    }
}
