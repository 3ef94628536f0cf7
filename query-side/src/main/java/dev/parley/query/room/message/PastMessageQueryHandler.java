package dev.parley.query.room.message;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Page;
import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import dev.parley.query.room.message.MessageQuery.ListMessagesAsOf;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what lines there were at some time. */
@Component
class PastMessageQueryHandler {
    private final PastReads reads;
    private final PastNames names;

    PastMessageQueryHandler(PastReads reads, PastNames names) {
        this.reads = reads;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<Page<MessageView>> handle(ListMessagesAsOf query) {
        var lines = new LinesAsOf(reads, query.room());
        return lines.newest()
                .thenCompose(
                        newest -> new Walk(new RoomId(query.room().id()), query.span(), newest, query.limit(), Set.of())
                                .through(lines))
                .thenCompose(found -> shown(query, found));
    }

    private CompletableFuture<Page<MessageView>> shown(ListMessagesAsOf query, Walk.Found found) {
        Set<UserId> people = found.lines().stream().flatMap(Line::people).collect(Collectors.toUnmodifiableSet());
        return names.asOf(query.room().asOf()).people(people).thenApply(named -> {
            List<MessageView> items = found.lines().stream()
                    .map(line -> line.shownTo(true, Set.of(), named))
                    .toList();
            return new Page<>(items, found.next().isEmpty() ? null : found.next());
        });
    }
}
