package dev.parley.api.moderation;

import dev.parley.api.forum.PostNumbers;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Fields;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.ProfileView;
import dev.parley.api.moderation.LookController.Purpose;
import dev.parley.api.room.Spans;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.direct.LookAsOf;
import dev.parley.query.direct.LookQuery;
import dev.parley.query.direct.LookView;
import dev.parley.query.forum.TopicQuery.FindTopicAsOf;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostQuery.ListPostsAsOf;
import dev.parley.query.forum.post.PostView;
import dev.parley.query.member.MemberQuery.FindMemberAsOf;
import dev.parley.query.member.MemberView;
import dev.parley.query.relations.RelationView;
import dev.parley.query.relations.RelationsQuery.FindRelationAsOf;
import dev.parley.query.room.message.MessageQuery.ListMessagesAsOf;
import dev.parley.query.room.message.MessageView;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks for pages as they were, for those who may see the history of what is on them. Empty where nothing was shown. */
@Component
class PagesAsOf {
    private final QueryGateway queries;
    private final Dispatch dispatch;

    PagesAsOf(QueryGateway queries, Dispatch dispatch) {
        this.queries = queries;
        this.dispatch = dispatch;
    }

    /** Who asks for which part. */
    record Request(Caller caller, Fields fields, ServerWebExchange exchange) {
        String text(String field) {
            return fields.text(field);
        }
    }

    record TopicPage(TopicView topic, Page<PostView> posts) {}

    Mono<Page<MessageView>> room(PastStream room, Request request) {
        var span = Spans.of(request.text("before"), request.text("after"));
        var query = new ListMessagesAsOf(room, span, request.fields().limit());
        return Mono.fromFuture(() -> queries.query(query, PageOf.items(MessageView.class)));
    }

    Mono<TopicPage> topic(PastStream topic, Request request) {
        String after = request.text("after");
        long number = PostNumbers.of(new TopicId(topic.id()), after.isEmpty() ? "0" : after);
        var viewer = request.caller().actor();
        var posts = new ListPostsAsOf(viewer, topic, number, request.fields().limit());
        return Mono.fromFuture(() -> queries.query(new FindTopicAsOf(viewer, topic), TopicView.class))
                .zipWhen(
                        found -> Mono.fromFuture(() -> queries.query(posts, PageOf.items(PostView.class))),
                        TopicPage::new);
    }

    Mono<ProfileView> member(PastStream member, Request request) {
        var relation = new FindRelationAsOf(request.caller().actor().id(), new UserId(member.id()), member.asOf());
        return Mono.fromFuture(() -> queries.query(new FindMemberAsOf(member), MemberView.class))
                .zipWhen(found -> Mono.fromFuture(() -> queries.query(relation, RelationView.class)), ProfileView::of);
    }

    /** Read, but shown to nobody before the log says which messages the moderator looks at. */
    Mono<LookView> conversation(PastStream conversation, Request request) {
        LookQuery wanted = LookController.query(new ConversationId(conversation.id()), request.text("before"));
        var query = new LookAsOf(conversation, wanted.before(), request.fields().limit(LookQuery.MOST));
        return Mono.fromFuture(() -> queries.query(query, LookView.class))
                .delayUntil(page -> dispatch.sendAnew(
                        request.exchange(), purpose(request).command(request.caller(), seen(query, page))));
    }

    private static Purpose purpose(Request request) {
        return new Purpose(
                Optional.of(request.text("case"))
                        .filter(held -> !held.isEmpty())
                        .orElse(null),
                request.text("reason"));
    }

    private static LookQuery seen(LookAsOf query, LookView page) {
        long last = page.items().isEmpty()
                ? 0
                : DirectMessageId.parse(page.items().getLast().id()).number();
        return new LookQuery(query.conversationId(), last + 1);
    }
}
