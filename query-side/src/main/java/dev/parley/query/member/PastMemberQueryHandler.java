package dev.parley.query.member;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.query.PastNames;
import dev.parley.query.PastReads;
import dev.parley.query.PersonView;
import dev.parley.query.member.MemberQuery.FindMemberAsOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers who somebody was at some time. */
@Component
class PastMemberQueryHandler {
    private final PastReads reads;
    private final PastNames names;

    PastMemberQueryHandler(PastReads reads, PastNames names) {
        this.reads = reads;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<MemberView> handle(FindMemberAsOf query) { // null when unknown: the one null Axon asks for
        var person = new UserId(query.person().id());
        return joined(query)
                .thenCombine(
                        names.asOf(query.person().asOf()).people(Set.of(person)),
                        (at, named) -> at.map(joinedAt -> view(named, person, joinedAt))
                                .orElse(null));
    }

    private CompletableFuture<Optional<Instant>> joined(FindMemberAsOf query) {
        List<Class<? extends MemberEvent>> type = List.of(MemberJoined.class);
        return reads.read(log -> log.behind(-1, query.person(), type, 1).stream()
                .map(PastEvent::at)
                .findFirst());
    }

    private static MemberView view(Map<UserId, PersonView> named, UserId person, Instant joinedAt) {
        return new MemberView(person.value(), named.get(person).username(), joinedAt);
    }
}
