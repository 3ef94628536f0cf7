package dev.parley.api.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.http.Reason;
import dev.parley.api.identity.Caller;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.command.forum.ReactionCommand.AddReaction;
import dev.parley.command.forum.ReactionCommand.TakeBackReaction;
import dev.parley.command.forum.TopicCommand.AddPost;
import dev.parley.command.forum.TopicCommand.EditPost;
import dev.parley.command.forum.TopicCommand.RemovePost;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.PostText;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.TopicId;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.forum.post.PostQuery.ListVersions;
import dev.parley.query.forum.post.PostQuery.PreviewPost;
import dev.parley.query.forum.post.PostView;
import dev.parley.query.forum.post.PreviewView;
import dev.parley.query.forum.post.VersionView;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Posts, and what people say to them without a word. */
@RestController
@RequestMapping("/api/forum")
class PostController {
    private final Dispatch dispatch;
    private final ForumAnswers answers;
    private final Freshness freshness;
    private final QueryGateway queries;

    PostController(Dispatch dispatch, ForumAnswers answers, Freshness freshness, QueryGateway queries) {
        this.dispatch = dispatch;
        this.answers = answers;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** @param content Markdown, 1 to 10,000 characters */
    record PostBody(@JsonProperty("content") String content) {}

    /**
     * Answers in a topic. 201 with the post; 200 with the one that says the same, as the caller wrote or edited it there
     * within the last hour. Problems: topic-closed, kid-mode, comm-ban, account-ban (403), unknown-topic (404),
     * topic-full (409), invalid-value (422), too-many-posts (429).
     */
    @PostMapping("/topics/{topicId}/posts")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    Mono<ResponseEntity<PostView>> add(
            @PathVariable TopicId topicId, @RequestBody PostBody body, Caller caller, ServerWebExchange exchange) {
        var command = new AddPost(caller.actor(), topicId, new PostText(body.content()));
        return dispatch.send(exchange, body, command)
                .flatMap(outcome -> answers.added(outcome)
                        .map(post -> ResponseEntity.status(outcome.ofAnother() ? HttpStatus.OK : HttpStatus.CREATED)
                                .body(post)));
    }

    /**
     * What a text would look like as a post, of which nothing is kept: its names are not looked up. Problems: kid-mode
     * (403), invalid-value (422).
     */
    @PostMapping("/preview")
    Mono<PreviewView> preview(@RequestBody PostBody body, Caller caller) {
        var query = new PreviewPost(caller.actor(), new PostText(body.content()));
        return Mono.fromFuture(() -> queries.query(query, PreviewView.class));
    }

    /**
     * Writes a post anew, by its author, for 4 hours; what it said before is kept. 200 with the post, without reactions
     * while the store of posts is away. Problems: not-allowed,
     * too-late-to-edit, topic-closed, kid-mode, comm-ban, account-ban (403), unknown-topic, unknown-post (404),
     * invalid-value (422), too-many-edits (429).
     */
    @PatchMapping("/posts/{postId}")
    Mono<PostView> edit(
            @PathVariable PostId postId, @RequestBody PostBody body, Caller caller, ServerWebExchange exchange) {
        var command = new EditPost(caller.actor(), postId, new PostText(body.content()));
        return dispatch.send(exchange, body, command).flatMap(outcome -> answers.edited(outcome, postId));
    }

    /**
     * Takes a post away: erased by its author, removed by a moderator with a reason. Its place stays. Problems:
     * not-allowed (403), unknown-topic, unknown-post (404), invalid-value (422).
     */
    @DeleteMapping("/posts/{postId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable PostId postId, Reason reason, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, reason, new RemovePost(caller.actor(), postId, reason.text()))
                .then();
    }

    /**
     * What a post said, from the first version to today's: for its author and moderators. Problems: not-allowed, kid-mode
     * (403), unknown-post (404), invalid-value (422).
     */
    @GetMapping("/posts/{postId}/versions")
    Mono<Page<VersionView>> versions(
            @PathVariable PostId postId,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new ListVersions(caller.actor(), postId, cursor, limit);
        return freshness.read(
                exchange, () -> queries.query(query, PageOf.items(VersionView.class)), ForumWebConfiguration.POSTS);
    }

    /**
     * Reacts to a post: {@code +1}, {@code -1}, {@code laugh}, {@code think} or {@code heart}. Problems: topic-closed,
     * kid-mode, comm-ban, account-ban (403), unknown-topic, unknown-post (404), too-many-reactions (409).
     */
    @PutMapping("/posts/{postId}/reactions/{reaction}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> react(
            @PathVariable PostId postId, @PathVariable String reaction, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, "", new AddReaction(caller.actor(), postId, reaction(reaction)))
                .then();
    }

    /** Takes a reaction back. Problems: as for reacting. */
    @DeleteMapping("/posts/{postId}/reactions/{reaction}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBack(
            @PathVariable PostId postId, @PathVariable String reaction, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, "", new TakeBackReaction(caller.actor(), postId, reaction(reaction)))
                .then();
    }

    /** By the name that the API has for it, and no other: Spring would take the constant's, too. */
    private static Reaction reaction(String label) {
        return Reaction.fromLabel(label)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "Reactions are +1, -1, laugh, think and heart."));
    }
}
