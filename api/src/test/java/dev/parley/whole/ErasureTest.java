package dev.parley.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.whole.Site.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Somebody writes wherever one can, each time a word that nobody else has, and is then erased: on a whole server, of which
 * every byte is looked at in the end.
 */
class ErasureTest {
    /** In all that Ann writes. */
    private static final String HERS = "wasserfall";

    private static final String ROOM = "team~lake";
    private static final String CONVERSATION = "dm~dev-ann~dev-ben";
    private static final List<String> CHECKED = List.of("messages", "posts", "topics", "direct-search", "forum-search");

    @TempDir
    private Path directory;

    @Test
    void nothingThatSheWroteCanBeReadAnywhereAndAllThatOthersWroteStands() throws IOException, InterruptedException {
        try (Site site = Site.start(
                directory,
                "--parley.erasure.sweep=1s",
                "--parley.elasticsearch.home=" + System.getProperty("elasticsearch.home"))) {
            List.of("ann", "ben").forEach(username -> site.appear(username, "user"));
            site.appear("mia", "moderator");
            site.appear("root", "admin");
            site.appear("site", "service");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> site.get("ben", "/api/forum/search?q=book").status() == 200);
            String topic = write(site);
            assertThat(everywhere(site, topic))
                    .allSatisfy(page -> assertThat(page).contains(HERS));

            assertThat(site.ask("ann", "POST", "/api/me/erasure/", "{'username':'ben'}")
                            .told())
                    .isEqualTo("invalid-value");
            assertThat(site.ask("mia", "POST", "/api/me/erasure/", "{'username':'mia'}")
                            .told())
                    .isEqualTo("not-allowed");
            ok(site, "ann", "/api/me/erasure/", "{'username':'Ann'}");
            assertThat(site.ask("ann", "POST", "/api/chat/" + ROOM + "/messages/", "{'content':'again'}")
                            .told())
                    .isEqualTo("account-ban");
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> certificate(site).path("complete").asBoolean());

            assertThat(site.get("root", "/api/admin/users/ann/erasure/").body().path("erased_position"))
                    .isEqualTo(certificate(site).path("erased_position"));
            assertThat(certificate(site).path("stores").findValuesAsString("name"))
                    .contains("events", "snapshots", "messages", "posts", "direct_messages", "forum-posts-v2");
            assertThat(everywhere(site, topic))
                    .noneSatisfy(page -> assertThat(page).contains(HERS));
            assertLeadsNowhere(site, "ann");
            assertThat(site.get("ben", "/api/chat/" + ROOM + "/messages/")
                            .body()
                            .toString())
                    .contains("regenbogen")
                    .doesNotContain("\"ann\"");
            assertThat(site.get("ben", "/api/messages/" + CONVERSATION + "/")
                            .body()
                            .toString())
                    .contains("regenbogen");
            CHECKED.forEach(projection -> isAsAReplayHasIt(site, projection));
        }
        assertThat(filesWith(HERS)).isEmpty();
        assertThat(filesWith("regenbogen")).as("what Ben wrote can be searched").isNotEmpty();
    }

    private static void assertLeadsNowhere(Site site, String username) {
        List.of(
                        site.get("ben", "/api/users/" + username + "/"),
                        site.get("ben", "/api/forum/topics/?author=" + username),
                        site.get("ben", "/api/forum/search?author=" + username),
                        site.ask("ben", "POST", "/api/users/" + username + "/follow/", ""),
                        site.ask(
                                "ben",
                                "POST",
                                "/api/messages/compose/",
                                "{'recipient':'" + username + "','content':'hello?'}"))
                .forEach(answer -> assertThat(answer.told()).isEqualTo("unknown-user"));
    }

    /** Gives the id of the topic. */
    private static String write(Site site) {
        ok(site, "site", "/api/chat/rooms/", "{'room_type':'team','team_id':'lake','participants':['ann','ben']}");
        ok(site, "ann", "/api/chat/" + ROOM + "/messages/", "{'content':'a line: wasserfall1'}");
        ok(site, "ben", "/api/chat/" + ROOM + "/messages/", "{'content':'a line: regenbogen'}");
        site.ask("ann", "PUT", "/api/chat/notes/game1/", "{'content':'a note: wasserfall2'}");
        ok(site, "ann", "/api/messages/compose/", "{'recipient':'ben','content':'a message: wasserfall3'}");
        ok(site, "ben", "/api/messages/" + CONVERSATION + "/", "{'content':'an answer: regenbogen'}");
        String topic = ok(
                        site,
                        "ann",
                        "/api/forum/topics/",
                        "{'category':'general','title':'Which wasserfall4 is it','content':'That of wasserfall5?'}")
                .body()
                .at("/topic/id")
                .asString();
        ok(site, "ben", "/api/forum/topics/" + topic + "/posts/", "{'content':'that of the regenbogen'}");
        String post = ok(
                        site,
                        "ann",
                        "/api/forum/topics/" + topic + "/posts/",
                        "{'content':'or wasserfall6: https://i.imgur.com/wasserfall7.png'}")
                .body()
                .path("id")
                .asString();
        site.ask("ann", "PATCH", "/api/forum/posts/" + post + "/", "{'content':'rather wasserfall8'}");
        ok(
                site,
                "ann",
                "/api/reports/",
                "{'reported_user':'ben','report_type':'chat','description':'he is no wasserfall9',"
                        + "'evidence_url':'https://wasserfall10.example/'}");
        return topic;
    }

    /** Every page on which something of hers stands. */
    private static List<String> everywhere(Site site, String topic) {
        return Stream.of(
                        site.get("ben", "/api/chat/" + ROOM + "/messages/"),
                        site.get("ben", "/api/messages/" + CONVERSATION + "/"),
                        site.get("ben", "/api/forum/topics/"),
                        site.get("ben", "/api/forum/topics/" + topic + "/"),
                        found(site, "wasserfall4"),
                        found(site, "wasserfall8"),
                        found(site, "category:general"),
                        site.get("mia", "/api/mod/reports/case~conduct~dev-ben~1/"),
                        site.get("mia", "/api/mod/history/room/" + ROOM + "/"))
                .map(answer -> answer.body().toString())
                .toList();
    }

    /** Without the query, which the answer repeats. */
    private static Answer found(Site site, String word) {
        Answer answer = site.get("ben", "/api/forum/search?q=" + word);
        return new Answer(answer.status(), answer.body().path("items"));
    }

    private static JsonNode certificate(Site site) {
        return site.get("ann", "/api/me/erasure/").body();
    }

    private static void isAsAReplayHasIt(Site site, String projection) {
        String path = "/api/admin/projections/" + projection + "/";
        ok(site, "root", path + "verify/", "{'reason':'somebody was erased'}");
        await().atMost(Duration.ofSeconds(60)).until(() -> !report(site, path).isMissingNode());
        assertThat(report(site, path).path("differing").asLong()).as(projection).isZero();
    }

    private static JsonNode report(Site site, String path) {
        return site.get("root", path).body().path("versions").path(1).path("report");
    }

    private List<Path> filesWith(String text) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer ok(Site site, String who, String path, String body) {
        Answer answer = site.ask(who, "POST", path, body);
        assertThat(answer.status()).as("%s %s: %s", who, path, answer.body()).isBetween(200, 299);
        return answer;
    }
}
