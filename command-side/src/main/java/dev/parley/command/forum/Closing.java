package dev.parley.command.forum;

/** Whether a topic takes posts, and who has seen to it that it does not: the later ones outweigh the earlier. */
enum Closing {
    OPEN,
    BY_AUTHOR,
    BY_MODERATOR;

    boolean goesBeyond(Closing other) {
        return compareTo(other) > 0;
    }
}
