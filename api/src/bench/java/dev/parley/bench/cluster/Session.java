package dev.parley.bench.cluster;

import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * One person's session, at another node with every line: each is sent until it is acknowledged, under one
 * {@code client_message_id}, to the next node where one does not answer.
 */
final class Session implements Runnable {
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String UNEXPECTED = "unexpected: ";

    private final Nodes nodes;
    private final Person person;
    private final String room;
    private final Map<String, LongAdder> answers;
    private final List<String> acknowledged = new ArrayList<>();
    private final Map<Integer, ApiClient> clients = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** @param answers counts, by status and problem, whatever was answered other than with success */
    Session(Nodes nodes, Person person, String room, Map<String, LongAdder> answers) {
        this.nodes = nodes;
        this.person = person;
        this.room = room;
        this.answers = answers;
    }

    @Override
    public void run() {
        int node = 0;
        for (int line = 0; !stopped; line++) {
            String key = person.username() + "-" + line;
            for (boolean done = false; !done; node++) {
                done = send(node, key);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    /** Whether the line is settled. */
    private boolean send(int node, String key) {
        ApiClient client = clients.computeIfAbsent(nodes.port(node), ApiClient::new);
        try {
            Answer answer = client.post(person, room, "line " + key + " of the session", key);
            if (answer.status() / 100 == 2) {
                acknowledged.add(answer.body().path("id").asString());
                return true;
            }
            count(name(answer));
            return answer.status() < SERVER_ERROR;
        } catch (IOException away) {
            count("no answer");
            return false;
        }
    }

    private static String name(Answer answer) {
        boolean expected = answer.status() == UNAVAILABLE && answer.isForNow();
        return (expected ? "" : UNEXPECTED) + answer.status() + " " + answer.problem();
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, first -> new LongAdder()).increment();
    }

    /** Whether an answer that was counted is one that clients may see. */
    static boolean isExpected(String answer) {
        return !answer.startsWith(UNEXPECTED);
    }

    /** Has it end with the line that it is at. */
    void stop() {
        stopped = true;
    }

    /** Ids of the lines, in the order in which they were acknowledged. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }
}
