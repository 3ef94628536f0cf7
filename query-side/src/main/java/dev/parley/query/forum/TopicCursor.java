package dev.parley.query.forum;

import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a board's topics begins: after the pinned topic, or after the entry of that chunk, with that place in
 * the log. As text it says of which board, for another has other chunks.
 *
 * @param pinned whether pinned topics are still to be shown, and the chunks after them
 */
record TopicCursor(boolean pinned, long chunk, long position) {
    static final TopicCursor NEWEST = new TopicCursor(true, Long.MAX_VALUE, Long.MAX_VALUE);

    private static final String PINNED = "pinned";
    private static final Pattern SHAPE = Pattern.compile("(\\p{XDigit}{1,8})~(" + PINNED + "|-?\\d{1,15})~(\\d{1,18})");

    /** @throws InvalidValue if the text is neither empty nor a cursor of this board */
    static TopicCursor parse(String text, Board board) {
        if (text.isEmpty()) {
            return NEWEST;
        }
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(
                matcher.matches() && matcher.group(1).equals(board.sign()),
                "cursor",
                "the next of a page of this list");
        long position = Long.parseLong(matcher.group(3));
        return matcher.group(2).equals(PINNED)
                ? afterPinned(position)
                : new TopicCursor(false, Long.parseLong(matcher.group(2)), position);
    }

    static TopicCursor afterPinned(long position) {
        return new TopicCursor(true, Long.MAX_VALUE, position);
    }

    static TopicCursor after(TopicEntry entry) {
        return new TopicCursor(false, entry.chunk(), entry.position());
    }

    /** After everything in a chunk. */
    static TopicCursor below(long chunk) {
        return new TopicCursor(false, chunk, 0);
    }

    /** Whether no chunk has been looked at. */
    boolean isAtHead() {
        return chunk == Long.MAX_VALUE;
    }

    private boolean isBelowChunk() {
        return position == 0;
    }

    /**
     * Whether an entry of a chunk comes after it. The place alone tells: the newest stand in the greatest chunks, and
     * may have gone down since.
     */
    boolean precedes(TopicEntry entry) {
        return isAtHead() || (isBelowChunk() ? entry.chunk() < chunk : entry.position() < position);
    }

    String text(Board board) {
        return board.sign() + "~" + (pinned ? PINNED : Long.toString(chunk)) + "~" + position;
    }
}
