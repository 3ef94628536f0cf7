package dev.parley.command.forum;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.forum.TopicId;
import java.time.Instant;

/**
 * That somebody started a topic or added a post.
 *
 * @param number of the post; 1 for a topic that was started
 * @param titlePrint of the topic that was started; for a post that of nothing
 * @param wording of the post by now
 * @param commandId of the command that led to it
 */
record Contribution(
        TopicId topic, long number, Instant at, PersonalText titlePrint, Wording wording, String commandId) {
    /**
     * What a post says.
     *
     * @param since when it was added, or last edited
     */
    record Wording(PersonalText print, Instant since) {}

    boolean startsTopic() {
        return number == 1;
    }

    boolean isOf(TopicId topic, long number) {
        return this.number == number && this.topic.equals(topic);
    }

    /** Whether a topic was started under this title after that instant. */
    boolean isTitled(String print, Instant after) {
        return at.isAfter(after) && titlePrint.text().equals(print);
    }

    /** Whether the post says this, and was added, or edited to say so, after that instant. */
    boolean says(String print, Instant after) {
        return wording.since().isAfter(after) && wording.print().text().equals(print);
    }

    Contribution reworded(Wording other) {
        return new Contribution(topic, number, at, titlePrint, other, commandId);
    }
}
