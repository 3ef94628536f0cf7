package dev.parley.query.forum;

/**
 * That a topic stands in a chunk of a list.
 *
 * @param position of the post that brought it there
 */
record TopicEntry(String topic, long chunk, long position) {}
