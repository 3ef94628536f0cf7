package dev.parley.bench;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Clients;
import dev.parley.load.History;
import dev.parley.load.Journal.Stored;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** People and rooms on a running server. */
public final class Site implements AutoCloseable {
    private static final AtomicInteger ROOMS = new AtomicInteger();
    /** Sets apart the rooms and people of each run on the same data. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private static final int WRITERS = 32;
    /** What fits into the body of one request. */
    private static final int NAMED_AT_ONCE = 500;

    private final int port;
    private final ApiClient api;
    private final Person service;
    private final Person moderator;
    private final List<Person> people = new ArrayList<>();

    public Site(int port) throws IOException {
        this.port = port;
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
        List<Person> first = members.subList(0, Math.min(members.size(), NAMED_AT_ONCE));
        String room = api.openTeam(service, "bench-" + RUN + "-" + ROOMS.incrementAndGet(), first);
        for (Person other : members.subList(first.size(), members.size())) {
            api.join(service, room, other).orFail("adding a participant");
        }
        return room;
    }

    /** Has a member write so many lines, of which none has a number, and gives them as they can be read, oldest first. */
    public List<Stored> fill(String room, Person author, int lines) throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(lines);
        AtomicLong position = new AtomicLong();
        Clients.run(Math.min(lines, WRITERS), () -> {
            try (ApiClient writer = new ApiClient(port)) {
                for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                    Answer answer = writer.post(author, room, Words.line(), room + "-" + number);
                    position.accumulateAndGet(answer.orFail("filling a room").position(), Math::max);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new History(api, moderator).read(room, position.get());
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}
