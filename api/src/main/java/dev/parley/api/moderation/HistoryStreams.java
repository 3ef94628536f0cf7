package dev.parley.api.moderation;

import dev.parley.api.problem.ProblemException;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.StreamKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the streams whose history is shown. */
@Component
class HistoryStreams {
    private final NamedPeople people;

    HistoryStreams(NamedPeople people) {
        this.people = people;
    }

    /** The id behind what the address says: somebody may be named by their username, too. */
    Mono<String> id(StreamKind kind, String name) {
        return kind.isOfPerson() ? people.find(kind.id(name)).map(UserId::value) : Mono.just(name);
    }

    static ProblemException unknown(StreamKind kind) {
        return ProblemException.nothingThere(kind.unknown(), "There is none with this id.");
    }
}
