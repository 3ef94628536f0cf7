package dev.parley.api.forum;

import dev.parley.api.identity.Caller;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.query.PersonView;
import dev.parley.query.Positions;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostView;
import dev.parley.query.forum.post.PostViews;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What writing in the forum is answered with, from what was recorded: no answer to anything new waits for a projection. */
@Component
class ForumAnswers {
    private final PostViews posts;
    private final Positions positions;

    ForumAnswers(PostViews posts, Positions positions) {
        this.posts = posts;
        this.positions = positions;
    }

    /** @param outcome of starting the topic */
    Mono<StartedTopicView> started(Outcome outcome, Caller author) {
        Recorded<TopicStarted> started = outcome.first(TopicStarted.class).orElseThrow();
        return added(outcome).map(post -> new StartedTopicView(topic(started, author), post));
    }

    /** @param outcome of adding the post */
    Mono<PostView> added(Outcome outcome) {
        Recorded<PostAdded> added = outcome.first(PostAdded.class).orElseThrow();
        return Mono.fromFuture(() -> posts.added(added.event(), added.sequence(), added.at()));
    }

    /** An edit that changed nothing is answered with the post from where it is stored. */
    Mono<PostView> edited(Outcome outcome, PostId post) {
        return outcome.first(EditContributed.class)
                .map(contributed -> edited(outcome, post, contributed.event().addedAt()))
                .orElseGet(() -> unchanged(outcome, post));
    }

    private Mono<PostView> edited(Outcome outcome, PostId post, Instant addedAt) {
        Recorded<PostEdited> edited = outcome.first(PostEdited.class).orElseThrow();
        return Mono.fromFuture(() -> posts.edited(edited.event(), post, addedAt, edited.at()));
    }

    private Mono<PostView> unchanged(Outcome outcome, PostId post) {
        return Mono.fromFuture(() -> positions.reached(ForumWebConfiguration.POSTS, outcome.position()))
                .then(Mono.fromFuture(() -> posts.unchanged(post)));
    }

    private static TopicView topic(Recorded<TopicStarted> started, Caller author) {
        TopicStarted event = started.event();
        String title = event.title().text();
        return new TopicView(
                event.topicId().value(),
                event.category().slug(),
                title,
                TopicTitle.slug(title),
                PersonView.of(event.author(), author.username().value()),
                started.at(),
                started.at(),
                false,
                false,
                1,
                0);
    }
}
