package dev.parley.query.direct.live;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Sanction;
import dev.parley.query.Milliseconds;
import dev.parley.query.Names;
import dev.parley.query.Notice;
import dev.parley.query.Notice.Freed;
import dev.parley.query.Notice.Mentioned;
import dev.parley.query.Notice.Sanctioned;
import dev.parley.query.Notice.Upheld;
import dev.parley.query.Notice.Warned;
import dev.parley.query.PersonView;
import dev.parley.query.live.Frame;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The frames of notices, numbered by their places in the log. */
@Component
class NoticeFrames {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Names names;

    NoticeFrames(Names names) {
        this.names = names;
    }

    Frame frame(Notice notice) {
        Instant at = notice.place().at();
        return switch (notice) {
            case Mentioned mentioned ->
                frame("mention", mention(mentioned.post(), names.person(mentioned.author()), at), notice);
            case Warned warned -> frame("warning", new Warning(warned.action(), warned.reason(), at), notice);
            case Sanctioned imposed ->
                frame(
                        "sanction",
                        new Imposition(
                                imposed.action(),
                                imposed.sanction().label(),
                                imposed.reason(),
                                imposed.until().orElse(null),
                                at),
                        notice);
            case Freed freed -> frame("sanction_ended", ending(freed, at), notice);
            case Upheld upheld -> frame("report_upheld", new Banned(names.person(upheld.reported()), at), notice);
        };
    }

    private Frame frame(String event, Object data, Notice notice) {
        return Frame.numbered(json, event, data, notice.place().position());
    }

    private static Mention mention(PostId post, PersonView author, Instant at) {
        return new Mention(post.topic(), post, post.number(), author, at);
    }

    private static Release ending(Freed freed, Instant at) {
        Sanction sanction = freed.sanction();
        return new Release(freed.action(), sanction.label(), freed.lifted(), at);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Mention(
            TopicId topicId,
            PostId postId,
            long number,
            PersonView author,
            @Milliseconds Instant createdAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Warning(
            ActionId actionId, String reason, @Milliseconds Instant createdAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Imposition(
            ActionId actionId,
            String actionType,
            String reason,
            @Milliseconds Instant until,
            @Milliseconds Instant createdAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Release(
            ActionId actionId,
            String actionType,
            boolean lifted,
            @Milliseconds Instant createdAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Banned(
            PersonView reportedUser, @Milliseconds Instant createdAt) {}
}
