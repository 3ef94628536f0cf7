package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbered entries among other events of their stream: entries are numbers, and other events are texts. */
class EntriesAsOfTest {
    private static final String STREAM = "stream";
    private static final long SEED = 20_260_301;

    private final PastLogForTests log = new PastLogForTests();

    @Test
    void areFoundByTheirNumbersWhateverStandsBetweenThem() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            PastLogForTests some = new PastLogForTests();
            int count = random.nextInt(30);
            some.add(Streams.stream(STREAM, history(random, count)));
            EntriesAsOf<Long> entries = entries(some, new AsOf.Now());
            assertThat(entries.last()).isEqualTo(count);
            for (long first = 1; first <= count + 1; first++) {
                long last = first + random.nextInt(5);
                assertThat(entries.read(first, last))
                        .as("%d to %d of %d, round %d of seed %d", first, last, count, round, SEED)
                        .extracting(PastEvent::event)
                        .containsExactlyElementsOf(LongStream.rangeClosed(first, Math.min(last, count))
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void areThoseOfThen() {
        log.add(Streams.stream(STREAM, List.of("begun", 1L, "other", 2L, 3L)));
        EntriesAsOf<Long> entries = entries(log, new AsOf.Position(3));
        assertThat(entries.last()).isEqualTo(2);
        assertThat(entries.read(1, 3)).extracting(PastEvent::event).containsExactly(1L, 2L);
        assertThat(entries.read(3, 5)).isEmpty();
        assertThat(entries.read(1, 0)).isEmpty();
    }

    @Test
    void areThereFromTheFirstOnAlone() {
        log.add(Streams.stream(STREAM, List.of("begun", "other")));
        EntriesAsOf<Long> entries = entries(log, new AsOf.Now());
        assertThat(entries.last()).isZero();
        assertThat(entries.read(1, 10)).isEmpty();
        assertThat(entries.since(List.of(), List.<Class<? extends String>>of(String.class)))
                .isEmpty();
    }

    @Test
    void areFollowedByWhatHappenedBehindThem() {
        log.add(Streams.stream(STREAM, List.of("begun", 1L, "one", 2L, "two", "too late")));
        EntriesAsOf<Long> entries = entries(log, new AsOf.Position(4));
        assertThat(entries.since(entries.read(2, 2), List.<Class<? extends String>>of(String.class)))
                .extracting(PastEvent::event)
                .containsExactly("two");
    }

    @Test
    void areReadByThemselvesHoweverManyThereAre() {
        List<Object> events = new ArrayList<>(List.of("begun"));
        events.addAll(history(new Random(SEED), 2_000));
        log.add(Streams.stream(STREAM, events));
        EntriesAsOf<Long> entries = entries(log, new AsOf.Now());
        int before = log.events();
        assertThat(entries.read(1_000, 1_049)).hasSize(50);
        assertThat(log.events() - before).isLessThan(50 + 14);
        assertThat(log.reads()).isLessThan(16);
    }

    /** Now and then something else, and sometimes much of it. */
    private static List<Object> history(Random random, int count) {
        List<Object> events = new ArrayList<>(List.of("begun"));
        for (long number = 1; number <= count; number++) {
            int others = random.nextInt(4) == 0 ? random.nextInt(6) : 0;
            for (int other = 0; other < others; other++) {
                events.add("other");
            }
            events.add(number);
        }
        return events;
    }

    private static EntriesAsOf<Long> entries(PastLogForTests log, AsOf asOf) {
        return new EntriesAsOf<>(log, log.stream(STREAM, asOf).orElseThrow(), Long.class, Long::longValue);
    }
}
