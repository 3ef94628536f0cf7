package dev.parley.load;

import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Lane.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Plays lanes of chat in through the API with several clients at once. A line that gets no answer is sent again with
 * the same {@code client_message_id} until it has one, for 10 min at most.
 */
public final class Player {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int UNAUTHORIZED = 401;

    private final int port;
    private final int clients;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> rooms = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();
    private volatile boolean stopped;

    public Player(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /** Gets a token for everybody, and opens each team's room with all who write there. */
    public void prepare(List<Lane> lanes) throws IOException, InterruptedException {
        Person service;
        try (ApiClient api = new ApiClient(port)) {
            service = api.token("load-service", "service");
        }
        Map<String, List<Lane>> teams = lanes.stream().collect(Collectors.groupingBy(Lane::team));
        inParallel(teams.entrySet(), (api, team) -> open(api, service, team.getKey(), team.getValue()));
    }

    private void open(ApiClient api, Person service, String team, List<Lane> lanes) throws IOException {
        Map<String, Person> members = new ConcurrentHashMap<>();
        for (Lane lane : lanes) {
            for (Line line : lane.lines()) {
                members.put(line.user(), person(api, line.user()));
            }
        }
        rooms.put(team, api.openTeam(service, team, members.values()));
    }

    /** Returns once every line was answered, or soon after {@link #stop}. */
    public Journal play(List<Lane> lanes) throws InterruptedException {
        inParallel(lanes, this::play);
        return journal;
    }

    /** Has each client end with the line that it is at. */
    public void stop() {
        stopped = true;
    }

    /** Id of a team's room, once it was opened. */
    public String room(String team) {
        return rooms.get(team);
    }

    private void play(ApiClient api, Lane lane) throws IOException {
        for (Line line : lane.lines()) {
            if (stopped) {
                return;
            }
            Answer answer = postUntilAnswered(api, lane, line);
            if (answer.status() / 100 == 2) {
                journal.accepted(lane, answer);
            } else {
                journal.refused(answer.problem());
            }
        }
    }

    private Answer postUntilAnswered(ApiClient api, Lane lane, Line line) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Answer answer = api.post(person(api, line.user()), room(lane.team()), line.content(), line.key());
                if (answer.status() == UNAUTHORIZED) {
                    people.remove(line.user());
                } else if (answer.status() / 100 != 5) {
                    return answer;
                } else {
                    journal.refused(answer.problem());
                }
            } catch (IOException away) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            journal.repeated();
        }
        throw new IllegalStateException("no answer to " + line + " in " + PATIENCE);
    }

    private Person person(ApiClient api, String username) throws IOException {
        Person known = people.get(username);
        if (known == null) {
            known = api.token(username, "user");
            people.put(username, known);
        }
        return known;
    }

    private interface Step<T> {
        void run(ApiClient api, T each) throws IOException;
    }

    private <T> void inParallel(Collection<T> all, Step<T> step) throws InterruptedException {
        Queue<T> queue = new ConcurrentLinkedQueue<>(all);
        Clients.run(clients, () -> {
            try (ApiClient api = new ApiClient(port)) {
                for (T next = queue.poll(); next != null; next = queue.poll()) {
                    step.run(api, next);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
