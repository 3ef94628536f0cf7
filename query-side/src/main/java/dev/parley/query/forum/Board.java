package dev.parley.query.forum;

import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.member.UserId;
import java.util.Locale;

/**
 * A list of topics by last post, stored in chunks of {@value #CHUNK} topics at most: a post takes its topic into the head,
 * the chunk with the greatest number, and out of the one where it stood. So chunks are written near the head alone, but
 * for topics that move, and the smaller a chunk's number, the older what is left in it. Numbers may be below 0.
 *
 * @param id of the document with its head's number, which may lag; the ids of its chunks begin with it
 */
record Board(String id) {
    static final int CHUNK = 128;
    static final Board ALL = new Board("all");

    /** Every topic stands in one board of each kind. */
    enum Kind {
        ALL,
        CATEGORY,
        AUTHOR;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Board of(CategoryId category) {
        return new Board(category.toString());
    }

    static Board of(UserId author) {
        return new Board("author~" + author.value());
    }

    /** By which a cursor tells whose it is. */
    String sign() {
        return Integer.toHexString(id.hashCode());
    }

    String chunk(long number) {
        return id + "~" + number;
    }
}
