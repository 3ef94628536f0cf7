package dev.parley.bench.cluster;

import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.Issuer;
import dev.parley.load.Journal.Stored;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** People who write in one room, and one who follows it. */
final class Crowd {
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Nodes nodes;
    private final Issuer issuer;
    private final String room;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Follower follower;

    private Crowd(Nodes nodes, Issuer issuer, String room, List<Person> people) {
        this.nodes = nodes;
        this.issuer = issuer;
        this.room = room;
        people.forEach(person -> sessions.add(new Session(nodes, person, room, answers)));
        this.follower = new Follower(nodes, people.getFirst(), room);
    }

    /** Opens a room for so many who write, and has them begin. */
    static Crowd start(Nodes nodes, Issuer issuer, int writers, String team) throws IOException, InterruptedException {
        List<Person> people = IntStream.range(0, writers)
                .mapToObj(number -> issuer.person(team + "-writer-" + number, "user"))
                .toList();
        try (ApiClient api = new ApiClient(nodes.port(0))) {
            String room = api.openTeam(issuer.person("load-service", "service"), team, people);
            Crowd crowd = new Crowd(nodes, issuer, room, people);
            crowd.begin();
            return crowd;
        }
    }

    private void begin() throws InterruptedException {
        threads.add(Thread.ofPlatform().daemon().name("follower").start(follower));
        follower.awaitOpen();
        sessions.forEach(session -> threads.add(Thread.ofPlatform().daemon().start(session)));
    }

    /** Has all end, and tells what became of what they wrote; whether every promise was kept. */
    boolean judge(String what) throws IOException, InterruptedException {
        sessions.forEach(Session::stop);
        for (Thread writer : threads.subList(1, threads.size())) {
            writer.join();
        }
        List<String> told = sessions.stream()
                .flatMap(session -> session.acknowledged().stream())
                .toList();
        List<String> stored = stored(told.size());
        Set<String> heard = heard(stored.size());
        Found found = new Found(
                missing(told, new HashSet<>(stored)),
                stored.size()
                        - stored.stream()
                                .filter(new HashSet<>(told)::contains)
                                .distinct()
                                .count(),
                missing(stored, heard),
                follower.heard().size() - heard.size());
        Map<String, Long> seen = new TreeMap<>();
        answers.forEach((answer, count) -> seen.put(answer, count.sum()));
        System.out.printf(
                "%s: acknowledged %d; %s; stream cut %d times; other answers %s%n",
                what, told.size(), found, follower.cuts(), seen);
        return found.isClean() && seen.keySet().stream().allMatch(Session::isExpected);
    }

    private static long missing(List<String> expected, Set<String> there) {
        return expected.stream().filter(id -> !there.contains(id)).count();
    }

    /**
     * What is not as it was promised.
     *
     * @param lost acknowledged, and not there
     * @param doubled there, and acknowledged to nobody, or there twice
     * @param missed there, and never heard by the one who followed
     * @param repeated heard again
     */
    private record Found(long lost, long doubled, long missed, long repeated) {
        boolean isClean() {
            return lost + doubled + missed + repeated == 0;
        }
    }

    /** Once there are so many, or no more come. */
    private List<String> stored(int expected) throws IOException {
        long end = System.nanoTime() + SETTLE.toNanos();
        try (ApiClient api = new ApiClient(nodes.port(0))) {
            History history = new History(api, issuer.person("load-moderator", "moderator"));
            List<Stored> lines = history.read(room, 0);
            while (lines.size() < expected && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(LOOK.toNanos());
                lines = history.read(room, 0);
            }
            return lines.stream().map(Stored::id).toList();
        }
    }

    private Set<String> heard(int expected) {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (follower.heard().size() < expected && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        follower.stop();
        return new HashSet<>(follower.heard());
    }
}
