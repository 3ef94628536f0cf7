package dev.parley.api.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostView;

/** A topic that was started, with its first post, as both were then, or are by now if they were there already. */
record StartedTopicView(
        @JsonProperty("topic") TopicView topic,
        @JsonProperty("post") PostView post) {}
