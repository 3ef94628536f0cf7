package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.stack.Stack;
import dev.parley.whole.Site.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages as of a time, on a whole server: what the live endpoint answered then. */
class PagesAsOfTest {
    private static final String HISTORY = "/api/mod/history/";
    private static final String REASON = "&reason=to+see+it+as+it+was";

    private static Stack stack;
    private static Site site;
    private static int rooms;

    @BeforeAll
    static void start() {
        stack = Stack.start(
                RealAxonServer.or("--parley.forum.pace.enabled=false", "--parley.chat.flood.enabled=false"));
        site = Site.at(stack.port());
        List.of("ann", "ben", "cleo").forEach(person -> site.appear(person, "user"));
        List.of("mia", "max").forEach(person -> site.appear(person, "moderator"));
        site.appear("site", "service");
    }

    @AfterAll
    static void stop() {
        site.close();
        stack.close();
    }

    @Test
    void aLineThatWasDeletedLaterShowsAsItWasAndOneDeletedBeforeAsDeleted() {
        String room = room();
        String line = say("ann", room, "I take it back");
        long before = site.position();
        done("ann", "DELETE", "/api/chat/messages/" + line + "/", "");
        long after = say(room);
        assertThat(asOf("room", room, before).at("/items/0/is_deleted").asBoolean())
                .isFalse();
        JsonNode deleted = asOf("room", room, after).at("/items/0");
        assertThat(deleted.path("is_deleted").asBoolean()).isTrue();
        assertThat(deleted.at("/deleted_by/username").asString()).isEqualTo("ann");
        assertThat(deleted.path("content").asString()).isEqualTo("I take it back");
    }

    @Test
    void aLineOfSomebodyInATimeoutShowsToModerators() {
        String room = room();
        say("ben", room, "you all are fools");
        done("mia", "POST", "/api/chat/" + room + "/timeouts/", "{'username':'ben','reason':'insult','minutes':15}");
        JsonNode line = asOf("room", room, site.position()).at("/items/0");
        assertThat(line.path("content").asString()).isEqualTo("you all are fools");
        assertThat(line.has("is_hidden")).isFalse();
    }

    @Test
    void aPostAndItsTopicShowAsTheyWere() {
        JsonNode started = topic("As it was");
        String topic = started.at("/topic/id").asString();
        String post = started.at("/post/id").asString();
        done("ben", "PUT", "/api/forum/posts/" + post + "/reactions/heart/", "");
        done("mia", "PUT", "/api/forum/posts/" + post + "/reactions/+1/", "");
        long then = site.position();
        done("ben", "DELETE", "/api/forum/posts/" + post + "/reactions/heart/", "");
        done("ann", "PATCH", "/api/forum/posts/" + post + "/", "{'content':'quite another **text**'}");
        done("mia", "PATCH", "/api/forum/topics/" + topic + "/move/", "{'category':'off-topic','reason':'not of it'}");
        done("mia", "PATCH", "/api/forum/topics/" + topic + "/close/", "{'is_closed':true,'reason':'it is said'}");
        JsonNode was = asOf("topic", topic, then);
        assertThat(was.at("/topic/category").asString()).isEqualTo("general");
        assertThat(was.at("/topic/is_closed").asBoolean()).isFalse();
        JsonNode first = was.at("/posts/items/0");
        assertThat(first.path("content").asString()).isEqualTo("What was **As it was** like?");
        assertThat(first.path("html").asString()).contains("<strong>As it was</strong>");
        assertThat(first.path("edited_at").isNull()).isTrue();
        assertThat(first.path("reactions").toString())
                .isEqualTo("{\"+1\":{\"count\":1,\"mine\":true},\"heart\":{\"count\":1,\"mine\":false}}");
        JsonNode is = asOf("topic", topic, site.position());
        assertThat(is.at("/topic/category").asString()).isEqualTo("off-topic");
        assertThat(is.at("/topic/is_closed").asBoolean()).isTrue();
        assertThat(is.at("/posts/items/0/content").asString()).isEqualTo("quite another **text**");
        done("mia", "DELETE", "/api/forum/topics/" + topic + "/?reason=enough+of+it", "");
        refuses("topic/" + topic + "/page/?as_of=" + site.position(), 404, "unknown-topic");
        assertThat(asOf("topic", topic, then)).isEqualTo(was);
    }

    @Test
    void peopleAreCalledAsTheyWere() {
        site.appear("dora", "user");
        String room = room("dora");
        say("dora", room, "hello");
        long then = site.position();
        site.appear("Dora", "user");
        say("Dora", room, "hello again");
        assertThat(asOf("room", room, then).at("/items/0/user/username").asString())
                .isEqualTo("dora");
        assertThat(asOf("room", room, site.position())
                        .at("/items/0/user/username")
                        .asString())
                .isEqualTo("Dora");
        assertThat(asOf("member", "dora", then).path("username").asString()).isEqualTo("dora");
        assertThat(asOf("member", "dora", site.position()).path("username").asString())
                .isEqualTo("Dora");
    }

    @Test
    void oneCommandsEventsAreToldApart() {
        String topic = topic("In two steps").at("/topic/id").asString();
        long started = positionOf("topic", topic, "TopicStarted");
        long added = positionOf("topic", topic, "PostAdded");
        refuses("topic/" + topic + "/page/?as_of=" + (started - 1), 404, "unknown-topic");
        refuses("topic/" + topic + "/page/?as_of=" + started, 404, "unknown-topic");
        assertThat(asOf("topic", topic, added).at("/posts/items").size()).isEqualTo(1);
        List.of("eve", "fay").forEach(person -> site.appear(person, "user"));
        done("eve", "POST", "/api/messages/compose/", "{'recipient':'fay','content':'hello'}");
        String talk = "dm~dev-eve~dev-fay";
        long begun = positionOf("conversation", talk, "ConversationStarted");
        assertThat(asOf("conversation", talk, begun).path("items")).isEmpty();
        assertThat(asOf("conversation", talk, positionOf("conversation", talk, "DirectMessageSent"))
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "room, unknown-room",
        "topic, unknown-topic",
        "conversation, unknown-conversation",
        "member, unknown-user"
    })
    void nothingWasThereBeforeEverything(String kind, String problem) {
        done("ann", "POST", "/api/messages/compose/", "{'recipient':'cleo','content':'hello'}");
        String id = Map.of(
                        "room",
                        room(),
                        "topic",
                        topic("Before all").at("/topic/id").asString(),
                        "conversation",
                        "dm~dev-ann~dev-cleo",
                        "member",
                        "ann")
                .get(kind);
        String page = kind + "/" + id + "/page/?as_of=";
        assertThat(site.get("mia", HISTORY + page + site.position() + REASON).status())
                .isEqualTo(200);
        refuses(page + "1970-01-01T00:00:00Z" + REASON, 404, problem);
        refuses(page + "0" + REASON, 404, problem);
    }

    @Test
    void areForThoseWhoSeeTheHistory() {
        assertThat(site.get("ann", HISTORY + "room/" + room() + "/page/").told())
                .isEqualTo("not-allowed");
        refuses("member/mia/page/", 403, "not-allowed");
        refuses("category/general/page/", 422, "invalid-value");
        refuses("room/" + room() + "/page/?limit=101", 422, "invalid-value");
    }

    @Test
    void aConversationIsLookedAtForAReasonAndTheLogSaysWhichPartOfIt() {
        done("ben", "POST", "/api/messages/compose/", "{'recipient':'cleo','content':'one'}");
        done("ben", "POST", "/api/messages/dm~dev-ben~dev-cleo/", "{'content':'two'}");
        long then = site.position();
        done("ben", "POST", "/api/messages/dm~dev-ben~dev-cleo/", "{'content':'three'}");
        String page = "conversation/dm~dev-ben~dev-cleo/page/?as_of=" + then;
        refuses(page, 422, "invalid-value");
        refuses(page + REASON + "&limit=51", 422, "invalid-value");
        assertThat(site.get("mia", HISTORY + "look/dm~dev-ben~dev-cleo/").told())
                .isEqualTo("unknown-conversation");
        JsonNode seen = asOf("conversation", "dm~dev-ben~dev-cleo", then);
        assertThat(texts(seen)).containsExactly("one", "two");
        JsonNode looks = site.get("mia", HISTORY + "look/dm~dev-ben~dev-cleo/").body();
        assertThat(looks.at("/events/items").size()).isEqualTo(1);
        assertThat(looks.at("/events/items/0/payload/before").asLong()).isEqualTo(3);
        assertThat(looks.at("/events/items/0/reason").asString()).isEqualTo("to see it as it was");
    }

    @Test
    void arePagedThroughAsTheLiveOnesAre() {
        String room = room();
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= 23; number++) {
            lines.add(say("ann", room, "line " + number));
            if (number % 5 == 0) {
                done("ann", "DELETE", "/api/chat/messages/" + lines.get(number - 3) + "/", "");
                done("mia", "POST", "/api/chat/" + room + "/timeouts/", "{'username':'ben','reason':'spam'}");
            }
        }
        String live = "/api/chat/" + room + "/messages/?limit=4";
        String then = HISTORY + "room/" + room + "/page/?limit=4";
        assertThat(pages(then, "before")).isEqualTo(pages(live, "before"));
        String after = "&after=" + lines.getFirst();
        assertThat(pages(then + after, "after")).isEqualTo(pages(live + after, "after"));
    }

    @Test
    void areWhatTheLiveEndpointAnsweredWhateverHappened() {
        long seed = Long.getLong("parley.seed", System.nanoTime());
        RandomPast past = new RandomPast(site, seed);
        past.happen();
        past.snapshots()
                .forEach(was -> assertThat(site.get("max", was.addressAsOf()).body())
                        .as("seed %d, %s", seed, was.addressAsOf())
                        .isEqualTo(was.body()));
    }

    private static List<JsonNode> pages(String address, String next) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = site.get("mia", address).body();
        pages.add(page);
        while (!page.path("next").isNull()) {
            String cursor = page.path("next").asString();
            page = site.get("mia", address.replaceAll("&after=.*", "") + "&" + next + "=" + cursor)
                    .body();
            pages.add(page);
        }
        return pages;
    }

    private static String room(String... others) {
        List<String> people = new ArrayList<>(List.of("ann", "ben", "cleo"));
        people.addAll(List.of(others));
        String body = "{'room_type':'team','team_id':'past" + ++rooms + "','owner':'ann','participants':['"
                + String.join("','", people) + "']}";
        return done("site", "POST", "/api/chat/rooms/", body).path("id").asString();
    }

    private static JsonNode topic(String title) {
        return done(
                "ann",
                "POST",
                "/api/forum/topics/",
                "{'category':'general','title':'" + title + " and is','content':'What was **" + title + "** like?'}");
    }

    private static long say(String room) {
        say("ann", room, "by the way");
        return site.position();
    }

    private static String say(String who, String room, String text) {
        return done(who, "POST", "/api/chat/" + room + "/messages/", "{'content':'" + text + "'}")
                .path("id")
                .asString();
    }

    private static List<String> texts(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("content").asString())
                .toList();
    }

    private static long positionOf(String kind, String id, String type) {
        JsonNode events =
                site.get("mia", HISTORY + kind + "/" + id + "/").body().at("/events/items");
        return IntStream.range(0, events.size())
                .mapToObj(events::get)
                .filter(event -> event.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .path("position")
                .asLong();
    }

    private static JsonNode asOf(String kind, String id, long position) {
        Answer answer = site.get("mia", HISTORY + kind + "/" + id + "/page/?as_of=" + position + REASON);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void refuses(String address, int status, String problem) {
        Answer answer = site.get("mia", HISTORY + address);
        assertThat(answer.told()).as("%s: %s", address, answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static JsonNode done(String who, String method, String path, String body) {
        Answer answer = site.ask(who, method, path, body);
        assertThat(answer.status())
                .as("%s %s %s: %s", who, method, path, answer.body())
                .isBetween(200, 299);
        return answer.body();
    }
}
