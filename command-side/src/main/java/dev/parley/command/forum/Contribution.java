package dev.parley.command.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.TopicId;
import java.time.Instant;

/**
 * That somebody started a topic or added a post.
 *
 * @param number of the post; 1 for a topic that was started
 * @param titlePrint of the topic that was started; for a post that of nothing
 * @param commandId of the command that led to it
 */
record Contribution(
        TopicId topic, long number, Instant at, PersonalText titlePrint, PersonalText textPrint, String commandId) {

    boolean startsTopic() {
        return number == 1;
    }
}
