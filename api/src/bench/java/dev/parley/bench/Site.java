package dev.parley.bench;

import dev.parley.load.ApiClient;
import dev.parley.load.History;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** People and rooms on a running server. */
public final class Site implements AutoCloseable {
    private static final AtomicInteger ROOMS = new AtomicInteger();
    /** Sets apart the rooms and people of each run on the same data. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final ApiClient api;
    private final Person service;
    private final Person moderator;
    private final List<Person> people = new ArrayList<>();

    public Site(int port) throws IOException {
        api = new ApiClient(port);
        service = api.token("bench-service", "service");
        moderator = api.token("bench-moderator", "moderator");
    }

    /** So many people, the same ones whenever asked. */
    public List<Person> people(int count) throws IOException {
        while (people.size() < count) {
            people.add(api.token("bench-" + RUN + "-" + people.size(), "user"));
        }
        return List.copyOf(people.subList(0, count));
    }

    public Person moderator() {
        return moderator;
    }

    /** Id of a new room in which these people write. */
    public String room(List<Person> members) throws IOException {
        return api.openTeam(service, "bench-" + RUN + "-" + ROOMS.incrementAndGet(), members);
    }

    /** Fills a room with lines, and gives the position in the log after the last. */
    public long fill(String room, Person author, int lines) throws IOException {
        long position = 0;
        for (int i = 0; i < lines; i++) {
            position = api.post(author, room, Words.line(), room + "-" + i)
                    .orFail("filling a room")
                    .position();
        }
        return position;
    }

    /** Waits until a room's pages have reached a position in the log. */
    public void await(String room, long position) throws IOException {
        new History(api, moderator).read(room, position);
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}
