package dev.parley.api.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.command.activity.ActivityCommand.ReportActivity;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityTitle;
import dev.parley.kernel.activity.ActivityUrl;
import dev.parley.query.BlockLists;
import dev.parley.query.FollowLists;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.activity.ActivityDayView;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import dev.parley.query.activity.FeedItemView;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What people do: told by the site's other parts, and shown to those who follow them. */
@RestController
@RequestMapping("/api")
class ActivityController {
    /** The projections that are read: entries, and the topics that lend posts their titles. */
    private static final String[] PROJECTIONS = {"activities", "topics"};

    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;
    private final Introductions introductions;
    private final FollowLists follows;
    private final BlockLists blocks;

    ActivityController(
            Dispatch dispatch,
            Freshness freshness,
            QueryGateway queries,
            Introductions introductions,
            FollowLists follows,
            BlockLists blocks) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
        this.introductions = introductions;
        this.follows = follows;
        this.blocks = blocks;
    }

    record NewActivity(
            @JsonProperty("username") String username,
            @JsonProperty("kind") String kind,
            @JsonProperty("title") String title,
            @JsonProperty("url") String url) {
        NewActivity {
            username = username == null ? "" : username;
        }

        ActivityKind what() {
            return ActivityKind.fromLabel(kind)
                    .orElseThrow(() -> new InvalidValue("kind", "blog, stream, team or simul"));
        }
    }

    /** Tells of what somebody did. By a service. Problems: not-allowed (403), unknown-user, invalid-value (422). */
    @PostMapping("/activities")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> report(@RequestBody NewActivity body, Caller caller, ServerWebExchange exchange) {
        ActivityKind kind = body.what();
        var title = new ActivityTitle(body.title());
        var url = new ActivityUrl(body.url());
        return introductions
                .person(exchange, caller.actor(), PersonName.known(body.username()))
                .map(person -> new ReportActivity(caller.actor(), ActivityId.fresh(), person, kind, title, url))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .then();
    }

    /** What those whom the caller follows did in the last 30 days, the latest first. Problems: kid-mode (403). */
    @GetMapping("/feed")
    Mono<Page<FeedItemView>> feed(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var viewer = caller.actor().id();
        return freshness.read(
                exchange,
                () -> follows.followedBy(viewer)
                        .thenCombine(
                                blocks.blockedBy(viewer),
                                (followed, blocked) -> new ReadFeed(viewer, followed.keySet(), blocked, cursor, limit))
                        .thenCompose(query -> queries.query(query, PageOf.items(FeedItemView.class))),
                PROJECTIONS);
    }

    /**
     * What somebody did, by days (UTC), the latest first. Whom they followed is shown to themselves and moderators alone;
     * kids are not told what others did. Problems: unknown-user (404), invalid-value (422).
     */
    @GetMapping("/users/{username}/activity")
    Mono<Page<ActivityDayView>> activity(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        return introductions
                .addressed(username)
                .flatMap(person -> freshness.read(
                        exchange,
                        () -> blocks.blockedBy(caller.actor().id())
                                .thenApply(blocked -> new ListActivity(caller.actor(), person, blocked, cursor, limit))
                                .thenCompose(query -> queries.query(query, PageOf.items(ActivityDayView.class))),
                        PROJECTIONS));
    }
}
