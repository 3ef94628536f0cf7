package dev.parley.bench.people;

import dev.parley.bench.people.Community.Talk;
import dev.parley.bench.people.Community.Tie;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Puts a community into a server, one request per relation and message. Budgets of messages are waited for. */
final class Filling {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BAD_VALUE = 422;
    private static final int TOO_MANY = 429;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int TRIES = 60;
    private static final int UNAVAILABLE = 503;

    private final Community community;
    private final Crowd crowd;
    private final List<String> texts;
    private final AtomicInteger nextText = new AtomicInteger();
    private final AtomicLong position = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private final List<Talking> talking;

    /** How far a conversation is. */
    private static final class Talking {
        private final Talk talk;
        private final Iterator<Integer> senders;
        private int sender;
        private String id = "";

        Talking(Talk talk) {
            this.talk = talk;
            senders = talk.senders().iterator();
            sender = senders.next();
        }

        /** The conversation is over, or its next message is due. */
        boolean went(Answer answer) {
            id = id.isEmpty() ? answer.body().path("conversation").path("id").asString() : id;
            boolean over = !senders.hasNext();
            sender = over ? sender : senders.next();
            return over;
        }
    }

    Filling(Community community, Crowd crowd, List<String> texts) {
        this.community = community;
        this.crowd = crowd;
        this.texts = texts;
        talking = community.talks().stream().map(Talking::new).toList();
    }

    int messages() {
        return community.talks().stream()
                .mapToInt(talk -> talk.senders().size())
                .sum();
    }

    long refused() {
        return refused.sum();
    }

    void follow() throws InterruptedException {
        crowd.each(community.follows(), (api, tie) -> tied(api, tie, "follow"));
    }

    void block() throws InterruptedException {
        crowd.each(community.blocks(), (api, tie) -> tied(api, tie, "block"));
    }

    void talk() throws InterruptedException {
        crowd.each(talking, this::sent);
    }

    /** @throws IllegalStateException unless each conversation has its last message, and not one more */
    void check() throws InterruptedException {
        crowd.each(talking, (api, each) -> {
            Person reader = crowd.person(each.talk.other());
            List<String> headers = List.of(reader.authorization(), "Parley-Min-Position: " + position);
            Answer answer = api.get(headers, "/api/messages/" + each.id + "?limit=1");
            for (int i = 0; i < TRIES && answer.status() == UNAVAILABLE; i++) {
                answer = api.get(headers, "/api/messages/" + each.id + "?limit=1");
            }
            String last = answer.orFail("reading")
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            if (!last.startsWith(each.id + "~" + each.talk.senders().size() + "~")) {
                throw new IllegalStateException(last + " is not the last of " + each.talk);
            }
            return true;
        });
    }

    private boolean tied(ApiClient api, Tie tie, String what) throws IOException {
        String path = "/api/users/" + crowd.person(tie.to()).username() + "/" + what;
        Answer answer = api.send("POST", path, crowd.person(tie.from()), "");
        return answer.status() != UNAVAILABLE && answer.orFail(what).status() / 100 == 2;
    }

    /** One message, so that all conversations go on side by side. */
    private boolean sent(ApiClient api, Talking each) throws IOException {
        Person sender = crowd.person(each.sender);
        Answer answer = send(api, each, sender);
        while (answer.status() == BAD_VALUE) {
            answer = send(api, each, sender);
        }
        if (answer.status() == TOO_MANY || answer.status() == UNAVAILABLE) {
            refused.increment();
            LockSupport.parkNanos(PAUSE.toNanos());
            return false;
        }
        answer.orFail("sending");
        position.accumulateAndGet(answer.position(), Math::max);
        return each.went(answer);
    }

    private Answer send(ApiClient api, Talking each, Person sender) throws IOException {
        String text = texts.get(Math.floorMod(nextText.getAndIncrement(), texts.size()));
        if (!each.id.isEmpty()) {
            return api.send(
                    "POST", "/api/messages/" + each.id, sender, JSON.writeValueAsString(Map.of("content", text)));
        }
        String recipient = crowd.person(each.talk.other()).username();
        String body = JSON.writeValueAsString(Map.of("recipient", recipient, "content", text));
        return api.send("POST", "/api/messages/compose", sender, body);
    }
}
