package dev.parley.command.forum;

import dev.parley.command.Command;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicViewsId;
import dev.parley.kernel.member.Actor;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The actor looks at a topic, which counts once a day. */
public record ViewTopic(Actor actor, TopicId topicId) implements Command {
    @TargetAggregateIdentifier
    public TopicViewsId viewsId() {
        return TopicViewsId.of(topicId);
    }
}
