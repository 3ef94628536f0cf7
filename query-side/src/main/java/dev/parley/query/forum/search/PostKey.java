package dev.parley.query.forum.search;

import dev.parley.kernel.forum.TopicId;

/** Under which id a post's document stands. */
record PostKey(TopicId topic, long number) {
    @Override
    public String toString() {
        return topic + "~" + number;
    }
}
