package dev.parley.query.forum.post;

import dev.parley.kernel.PersonalText;
import dev.parley.query.KeptEntries;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How the versions of a post are stored that followed its first one: the latest
 * {@value PostDocument#MOST_VERSIONS}, in whatever order, and however often, the events come.
 */
final class Versions {
    /** Cuts what is too much. */
    static final Bson LATEST =
            KeptEntries.latest(PostDocument.MOST_VERSIONS, PostDocument.VERSIONS, PostDocument.SEQUENCE);

    /** Entries without a text, later than all others: where they are there is room for nothing else. */
    static final List<Document> NOTHING = LongStream.range(0, PostDocument.MOST_VERSIONS)
            .mapToObj(place -> new Document(PostDocument.SEQUENCE, Long.MAX_VALUE - place))
            .toList();

    private Versions() {}

    static Document entry(long sequence, PersonalText content, Instant at) {
        return new Document(PostDocument.SEQUENCE, sequence)
                .append(PostDocument.CONTENT, content)
                .append(PostDocument.AT, Date.from(at));
    }
}
