package dev.parley.kernel.forum;

import dev.parley.kernel.member.UserId;
import java.time.LocalDate;

/**
 * Somebody looked at a topic for the first time that day.
 *
 * @param day in UTC
 * @param views how often that has happened, with this one
 */
public record TopicViewed(TopicId topicId, UserId viewer, LocalDate day, long views) {
    public TopicViewsId viewsId() {
        return TopicViewsId.of(topicId);
    }
}
