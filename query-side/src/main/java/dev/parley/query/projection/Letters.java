package dev.parley.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dead letters of a run, as the registry knows them.
 *
 * @param count as it was about a second ago
 * @param requests what operators asked for and is not done, in that order
 */
record Letters(long count, List<LetterRequest> requests) {
    static final Letters NONE = new Letters(0, List.of());

    Letters {
        requests = List.copyOf(requests);
    }

    Letters counting(long now) {
        return new Letters(now, requests);
    }

    /** What is asked for again takes the place of what was asked before. */
    Letters asked(LetterRequest request) {
        Stream<LetterRequest> others = requests.stream().filter(before -> !before.isRepeatedBy(request));
        return new Letters(count, Stream.concat(others, Stream.of(request)).toList());
    }

    Letters without(Collection<LetterRequest> done) {
        return new Letters(
                count,
                requests.stream().filter(request -> !done.contains(request)).toList());
    }
}
