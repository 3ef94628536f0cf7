package dev.parley.api.forum;

import dev.parley.api.identity.Caller;
import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.query.PersonView;
import dev.parley.query.Positions;
import dev.parley.query.forum.TopicQuery.FindTopic;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostView;
import dev.parley.query.forum.post.PostViews;
import java.time.Instant;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What writing in the forum is answered with, from what was recorded: no answer to anything new waits for a projection.
 * What was there already is answered as it is by now.
 */
@Component
class ForumAnswers {
    private final PostViews posts;
    private final QueryGateway queries;
    private final Positions positions;

    ForumAnswers(PostViews posts, QueryGateway queries, Positions positions) {
        this.posts = posts;
        this.queries = queries;
        this.positions = positions;
    }

    /** @param outcome of starting the topic */
    Mono<StartedTopicView> started(Outcome outcome, Caller author) {
        Recorded<TopicStarted> started = outcome.first(TopicStarted.class).orElseThrow();
        Mono<TopicView> topic =
                outcome.ofAnother() ? present(outcome, started.event(), author) : Mono.just(topic(started, author));
        return topic.zipWith(added(outcome), StartedTopicView::new);
    }

    /** @param outcome of adding the post */
    Mono<PostView> added(Outcome outcome) {
        Recorded<PostAdded> added = outcome.first(PostAdded.class).orElseThrow();
        PostAdded post = added.event();
        return outcome.ofAnother()
                ? present(outcome, new PostId(post.topicId(), post.number(), added.sequence()))
                : Mono.fromFuture(() -> posts.added(post, added.sequence(), added.at()));
    }

    /** An edit that changed nothing is answered with the post from where it is stored. */
    Mono<PostView> edited(Outcome outcome, PostId post) {
        return outcome.first(EditContributed.class)
                .map(contributed -> edited(outcome, post, contributed.event().addedAt()))
                .orElseGet(() -> present(outcome, post));
    }

    private Mono<PostView> edited(Outcome outcome, PostId post, Instant addedAt) {
        Recorded<PostEdited> edited = outcome.first(PostEdited.class).orElseThrow();
        return Mono.fromFuture(() -> posts.edited(edited.event(), post, addedAt, edited.at()));
    }

    private Mono<PostView> present(Outcome outcome, PostId post) {
        return Mono.fromFuture(() -> positions.reached(ForumWebConfiguration.POSTS, outcome.position()))
                .then(Mono.fromFuture(() -> posts.present(post)));
    }

    private Mono<TopicView> present(Outcome outcome, TopicStarted started, Caller author) {
        var query = new FindTopic(author.actor(), started.topicId());
        return Mono.fromFuture(() -> positions.reached(ForumWebConfiguration.TOPICS, outcome.position()))
                .then(Mono.fromFuture(() -> queries.query(query, TopicView.class)))
                .switchIfEmpty(Mono.error(
                        () -> new CommandRejected(Rejection.UNKNOWN_TOPIC, "This topic is not there any more.")));
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
