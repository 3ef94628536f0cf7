package dev.parley.query.forum.post;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.PastReads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * The versions of a post that are not stored beside it any more, from the log: it is read {@value #STEP} edits of the
 * topic at a time.
 */
@Component
class OlderVersions {
    private static final int STEP = 500;
    private static final List<Class<? extends PostEdited>> EDITS = List.of(PostEdited.class);

    private final PastReads reads;

    OlderVersions(PastReads reads) {
        this.reads = reads;
    }

    /**
     * Those between two places of the topic's stream, neither of which counts, oldest first.
     *
     * @param limit at most so many
     */
    CompletableFuture<List<Version>> between(long after, long before, PostId post, int limit) {
        var stream = new PastStream(post.topic().value(), new AsOf.Now(), before - 1);
        return after >= stream.last()
                ? CompletableFuture.completedFuture(List.of())
                : reads.read(log -> read(log, stream, after, post.number(), limit));
    }

    private static List<Version> read(PastLog log, PastStream stream, long after, long number, int limit) {
        List<Version> versions = new ArrayList<>();
        List<PastEvent<PostEdited>> edits;
        long place = after;
        do {
            edits = log.behind(place, stream, EDITS, STEP);
            for (PastEvent<PostEdited> edit : edits) {
                place = edit.sequence();
                if (edit.event().number() == number) {
                    versions.add(Version.of(edit));
                }
            }
        } while (edits.size() == STEP && versions.size() < limit);
        return versions.subList(0, Math.min(versions.size(), limit));
    }
}
