package dev.parley.query.forum.search;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.forum.search.ForumAnswer.Hit;
import dev.parley.query.forum.search.ForumSearchQuery.Sort;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of results begins: right after the one with these values to sort by.
 *
 * @param now instant of the first page in milliseconds: how fresh a post is depends on it, and its score on that
 * @param score of the result; 0 where none counts
 */
record ResultCursor(Sort sort, long now, float score, long at, String key) {
    private static final Pattern SHAPE = Pattern.compile("r_(\\d{1,15})_(\\d{1,9}\\.\\d{1,12}(?:E-?\\d{1,2})?)_"
            + "(-?\\d{1,15})_(topic~[0-9a-f-]{36}~\\d{1,15})|d_(-?\\d{1,15})_(topic~[0-9a-f-]{36}~\\d{1,15})");
    private static final int SCORED_NOW = 1;
    private static final int SCORE = 2;
    private static final int SCORED_AT = 3;
    private static final int SCORED_KEY = 4;
    private static final int DATED_AT = 5;
    private static final int DATED_KEY = 6;

    /** @throws InvalidValue if the text is neither empty nor a cursor of this order */
    static Optional<ResultCursor> parse(String text, Sort sort) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(text);
        boolean scored = sort == Sort.RELEVANCE;
        InvalidValue.unless(
                matcher.matches() && (matcher.group(SCORE) != null) == scored, "cursor", "the next of a page");
        return Optional.of(
                scored
                        ? new ResultCursor(
                                sort,
                                Long.parseLong(matcher.group(SCORED_NOW)),
                                Float.parseFloat(matcher.group(SCORE)),
                                Long.parseLong(matcher.group(SCORED_AT)),
                                matcher.group(SCORED_KEY))
                        : new ResultCursor(
                                sort, 0, 0, Long.parseLong(matcher.group(DATED_AT)), matcher.group(DATED_KEY)));
    }

    /** The place right after a hit. */
    static ResultCursor after(Hit hit, Sort sort, long now) {
        return new ResultCursor(sort, now, hit.score(), hit.said().at(), hit.id());
    }

    /** As Elasticsearch takes it. */
    List<Object> values() {
        return sort == Sort.RELEVANCE ? List.of(score, at, key) : List.of(at, key);
    }

    @Override
    public String toString() {
        return sort == Sort.RELEVANCE ? "r_" + now + "_" + score + "_" + at + "_" + key : "d_" + at + "_" + key;
    }
}
