package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.whole.Site.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * What three people and two moderators do at random in one room, topic and conversation; after each of it, one of them sees
 * what the live endpoints answer. Some of it is refused, which is well.
 */
final class RandomPast {
    private static final int STEPS = 80;
    private static final int MESSAGES = 12;
    private static final String VIEWER = "max";
    private static final String TALK = "dm~dev-hal~dev-ida";
    private static final String REASON = "'reason':'for all to see'";

    private final Site site;
    private final Random random;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private String third = "jon";
    private String room;
    private String topic;
    private int messages;

    RandomPast(Site site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    /** What a live endpoint answered once everything up to a position was there. */
    record Snapshot(String kind, String id, long position, JsonNode body) {
        String addressAsOf() {
            return "/api/mod/history/" + kind + "/" + id + "/page/?limit=" + (kind.equals("conversation") ? 50 : 100)
                    + "&reason=to+compare+it&as_of=" + position;
        }
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    void happen() {
        begin();
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> chat();
                case 2 -> discuss();
                default -> meet();
            }
            see();
        }
    }

    private void begin() {
        List.of("hal", "ida", third).forEach(person -> site.appear(person, "user"));
        room = did(
                        "site",
                        "POST",
                        "/api/chat/rooms/",
                        "{'room_type':'team','team_id':'random','owner':'hal'," + "'participants':['hal','ida','jon']}")
                .at("/id")
                .asString();
        JsonNode started = did(
                "hal",
                "POST",
                "/api/forum/topics/",
                "{'category':'general'," + "'title':'What may come of this','content':'Let us see, @ida'}");
        topic = started.at("/topic/id").asString();
        posts.add(started.at("/post/id").asString());
        did("hal", "POST", "/api/messages/compose/", "{'recipient':'ida','content':'hello'}");
        String page = "/api/forum/topics/" + topic + "/";
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        site.get(VIEWER, page).body().at("/topic/view_count").asInt() == 1);
        say();
    }

    private void chat() {
        String line = lines.get(random.nextInt(lines.size()));
        switch (random.nextInt(8)) {
            case 0 -> did("mia", "DELETE", "/api/chat/messages/" + line + "/?reason=not+here", "");
            case 1 -> did("hal", "DELETE", "/api/chat/messages/" + line + "/", "");
            case 2 -> did("hal", "POST", "/api/chat/" + room + "/timeouts/", "{'username':'ida','reason':'spam'}");
            case 3 -> did("hal", "DELETE", "/api/chat/" + room + "/timeouts/ida/", "");
            case 4 -> rename();
            default -> say();
        }
    }

    private void say() {
        String text = "{'content':'" + word() + " and " + word() + "'}";
        JsonNode line = did(person(), "POST", "/api/chat/" + room + "/messages/", text);
        if (line.has("id")) {
            lines.add(line.path("id").asString());
        } else if (lines.isEmpty()) {
            say();
        }
    }

    /** Whoever has come under another name says something, so that all have heard of it. */
    private void rename() {
        third = third.equals("jon") ? "Jon" : "JON";
        site.appear(third, "user");
        did(third, "POST", "/api/chat/" + room + "/messages/", "{'content':'call me " + third + " " + word() + "'}");
    }

    private void discuss() {
        String post = "/api/forum/posts/" + posts.get(random.nextInt(posts.size())) + "/";
        String here = "/api/forum/topics/" + topic + "/";
        switch (random.nextInt(11)) {
            case 0 -> did(person(), "PATCH", post, "{'content':'rather **" + word() + "**'}");
            case 1 -> did("mia", "DELETE", post + "?reason=not+here", "");
            case 2 -> did(person(), "DELETE", post, "");
            case 3 -> did(person(), "PUT", post + "reactions/heart/", "");
            case 4 -> did(VIEWER, "PUT", post + "reactions/laugh/", "");
            case 5 -> did(person(), "DELETE", post + "reactions/heart/", "");
            case 6 -> did("mia", "PATCH", here + "pin/", "{'is_pinned':" + random.nextBoolean() + "," + REASON + "}");
            case 7 -> did("mia", "PATCH", here + "close/", "{'is_closed':" + random.nextBoolean() + "," + REASON + "}");
            case 8 -> did("mia", "PATCH", here + "move/", "{'category':'" + category() + "'," + REASON + "}");
            default -> post(here);
        }
    }

    private void post(String here) {
        JsonNode post = did(
                person(), "POST", here + "posts/", "{'content':'*" + word() + "*, I think, @jon and " + word() + "'}");
        if (post.has("id")) {
            posts.add(post.path("id").asString());
        }
    }

    private void meet() {
        String one = random.nextBoolean() ? "hal" : "ida";
        switch (random.nextInt(4)) {
            case 0 -> did(one, "PATCH", "/api/messages/" + TALK + "/read/", "");
            case 1 -> did(VIEWER, random.nextBoolean() ? "POST" : "DELETE", "/api/users/jon/follow/", "");
            default -> {
                if (messages++ < MESSAGES) {
                    did(one, "POST", "/api/messages/" + TALK + "/", "{'content':'" + word() + "'}");
                }
            }
        }
    }

    private void see() {
        long position = site.position();
        see("room", room, site.get(VIEWER, "/api/chat/" + room + "/messages/?limit=100"), position);
        see("topic", topic, site.get(VIEWER, "/api/forum/topics/" + topic + "/?limit=100"), position);
        see("member", "dev-jon", site.get(VIEWER, "/api/users/jon/"), position);
        String look = "/api/mod/conversations/" + TALK + "/look/";
        see("conversation", TALK, site.ask(VIEWER, "POST", look, "{'reason':'to see it now'}"), position);
    }

    private void see(String kind, String id, Answer live, long position) {
        assertThat(live.status()).as("%s: %s", kind, live.body()).isEqualTo(200);
        snapshots.add(new Snapshot(kind, id, position, live.body()));
    }

    private JsonNode did(String who, String method, String path, String body) {
        Answer answer = site.ask(who, method, path, body);
        assertThat(answer.status())
                .as("%s %s %s: %s", who, method, path, answer.body())
                .isLessThan(500);
        return answer.body();
    }

    private String person() {
        return List.of("hal", "ida", third).get(random.nextInt(3));
    }

    private String word() {
        return "w" + Integer.toString(random.nextInt(1 << 30), Character.MAX_RADIX);
    }

    private String category() {
        return List.of("general", "feedback", "off-topic").get(random.nextInt(3));
    }
}
