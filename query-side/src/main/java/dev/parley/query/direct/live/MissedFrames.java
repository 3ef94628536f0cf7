package dev.parley.query.direct.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Notice;
import dev.parley.query.NoticeLists;
import dev.parley.query.direct.ConversationQuery.MissedMessages;
import dev.parley.query.direct.MissedView;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.live.Frame;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the read model has for those who come back, page by page as they take it. */
@Component
class MissedFrames {
    private static final Comparator<Frame> BY_POSITION =
            Comparator.comparingLong(frame -> frame.id().orElseThrow());
    private static final CompletableFuture<Boolean> ALWAYS = CompletableFuture.completedFuture(true);

    private final DirectFrames frames;
    private final QueryGateway queries;
    private final NoticeFrames noticeFrames;
    private final NoticeLists notices;
    private final Discretion discretion;

    MissedFrames(
            DirectFrames frames,
            QueryGateway queries,
            NoticeFrames noticeFrames,
            NoticeLists notices,
            Discretion discretion) {
        this.noticeFrames = noticeFrames;
        this.notices = notices;
        this.frames = frames;
        this.queries = queries;
        this.discretion = discretion;
    }

    /**
     * @param after position in the log behind which it begins
     * @param until the last position that is told of
     */
    Flux<Frame> between(UserId person, long after, long until) {
        return Flux.mergeComparing(BY_POSITION, talk(person, after, until), notices(person, after, until));
    }

    private Flux<Frame> notices(UserId person, long after, long until) {
        return Mono.fromFuture(() -> notices.of(person))
                .flatMapIterable(all -> all)
                .filter(notice ->
                        notice.place().position() > after && notice.place().position() <= until)
                .filterWhen(notice -> Mono.fromFuture(() -> mayNotice(person, notice), true))
                .map(noticeFrames::frame);
    }

    /** Not that somebody speaks of them whom they block by now, nor anything of the forum once that is closed to them. */
    private CompletableFuture<Boolean> mayNotice(UserId person, Notice notice) {
        return notice instanceof Notice.Mentioned mentioned
                ? discretion
                        .mayNotice(person, mentioned.author())
                        .thenCombine(discretion.mayReadForum(person), Boolean::logicalAnd)
                : ALWAYS;
    }

    private Flux<Frame> talk(UserId person, long after, long until) {
        return Flux.defer(() -> page(person, after)
                        .expand(page -> page.more() ? page(person, last(page)) : Mono.empty())
                        .concatMapIterable(MissedView::entries))
                .takeWhile(entry -> entry.position() <= until)
                .filterWhen(entry -> Mono.fromFuture(() -> mayNotice(person, entry), true))
                .map(frames::missed);
    }

    private CompletableFuture<Boolean> mayNotice(UserId person, Missed missed) {
        return switch (missed) {
            case Missed.Written written -> ALWAYS;
            case Missed.Read read ->
                read.reader().equals(person) ? ALWAYS : discretion.mayNotice(person, read.reader());
        };
    }

    private Mono<MissedView> page(UserId person, long after) {
        return Mono.fromFuture(
                () -> queries.query(new MissedMessages(person, after, MissedMessages.MOST), MissedView.class));
    }

    private static long last(MissedView page) {
        return page.entries().getLast().position();
    }
}
