package dev.parley.query.forum;

import dev.parley.kernel.moderation.Subject;
import dev.parley.query.PresentSubject;
import dev.parley.query.PresentSubjects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** How topics are at present: their titles, also of those that were removed. */
@Component
class PresentTopics implements PresentSubjects {
    private final StoredTopics topics;

    PresentTopics(StoredTopics topics) {
        this.topics = topics;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.TOPIC;
    }

    @Override
    public CompletableFuture<Optional<PresentSubject>> find(String id) {
        return topics.findAny(id)
                .thenApply(found -> found.map(topic -> new PresentSubject(topic.title(), topic.removed())));
    }
}
