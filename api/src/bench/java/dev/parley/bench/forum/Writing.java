package dev.parley.bench.forum;

import dev.parley.bench.forum.Plan.Post;
import dev.parley.bench.forum.Plan.Start;
import dev.parley.bench.people.Crowd;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/** Carries a {@link Plan} out. A text that is refused, or that its author wrote there before, gives way to the next. */
final class Writing {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CREATED = 201;
    private static final int SAME = 200;
    private static final int BAD_VALUE = 422;
    private static final int UNAVAILABLE = 503;

    private final Plan plan;
    private final Crowd crowd;
    private final Texts texts;
    private final AtomicInteger nextText = new AtomicInteger();
    private final AtomicReferenceArray<String> topics;
    private final AtomicLong position = new AtomicLong();
    private final LongAdder others = new LongAdder();

    Writing(Plan plan, Crowd crowd, Texts texts) {
        this.plan = plan;
        this.crowd = crowd;
        this.texts = texts;
        topics = new AtomicReferenceArray<>(plan.starts().size());
    }

    void startTopics() throws InterruptedException {
        crowd.each(plan.starts(), this::start);
    }

    void addPosts() throws InterruptedException {
        crowd.each(plan.posts(), this::add);
    }

    /** In the log, of the last that was accepted. */
    long position() {
        return position.get();
    }

    /** How often a text had to give way. */
    long others() {
        return others.sum();
    }

    String topic(int number) {
        return topics.get(number);
    }

    private boolean start(ApiClient api, Start start) throws IOException {
        int text = nextText.getAndIncrement();
        String body = JSON.writeValueAsString(
                Map.of("category", start.category(), "title", texts.title(text), "content", texts.post(text)));
        Answer answer = api.send("POST", "/api/forum/topics", crowd.person(start.author()), body);
        if (!accepted(answer)) {
            return false;
        }
        topics.set(start.topic(), answer.body().path("topic").path("id").asString());
        return true;
    }

    private boolean add(ApiClient api, Post post) throws IOException {
        String text = texts.post(nextText.getAndIncrement());
        Person author = crowd.person(post.author());
        return accepted(api.send(
                "POST",
                "/api/forum/topics/" + topics.get(post.topic()) + "/posts",
                author,
                JSON.writeValueAsString(Map.of("content", text))));
    }

    private boolean accepted(Answer answer) {
        if (answer.status() == UNAVAILABLE) {
            return false;
        }
        if (answer.status() == SAME || answer.status() == BAD_VALUE) {
            others.increment();
            return false;
        }
        if (answer.orFail("writing").status() != CREATED) {
            throw new IllegalStateException("writing was answered with " + answer.status());
        }
        position.accumulateAndGet(answer.position(), Math::max);
        return true;
    }
}
