package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.whole.Site.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The people of the matrix, each of whom is what their name says, around an {@code owner}, whose the things are that the
 * others ask for. Their names are those of the columns. Whoever is {@code blocked}, a {@code kid}, banned or restricted
 * takes part in the owner's room and has written with the owner before; {@code other}, the {@code analyst} and moderators
 * do not. A {@code guest} takes part in everything, and a second moderator, the {@code warden}, does what must be done
 * before somebody asks.
 */
final class Neighbourhood {
    private static final List<String> INSIDERS =
            List.of("guest", "blocked", "kid", "chat-banned", "comm-banned", "account-banned", "restricted");
    private static final Map<String, String> SANCTIONS = Map.of(
            "chat-banned", "chat_ban",
            "comm-banned", "comm_ban",
            "account-banned", "account_ban",
            "restricted", "restriction");

    private final Site site;
    /** How what a request names comes about, for somebody who asks. */
    private final Map<String, UnaryOperator<String>> places = Map.ofEntries(
            Map.entry("{new}", who -> word()),
            Map.entry("{token}", who -> token(who)),
            Map.entry("{username}", who -> "owner"),
            Map.entry("{roomId}", who -> room()),
            Map.entry("{messageId}", who -> line()),
            Map.entry("{gameId}", who -> "game"),
            Map.entry("{conversationId}", this::conversation),
            Map.entry("{classId}", who -> word()),
            Map.entry("{slug}", who -> "off-topic"),
            Map.entry("{topicId}", who -> topic()),
            Map.entry("{postId}", who -> post()),
            Map.entry("{reaction}", who -> "heart"),
            Map.entry("{kind}", who -> "member"),
            Map.entry("{historyId}", who -> "owner"),
            Map.entry("{stranger}", who -> stranger()),
            Map.entry("{caseId}", who -> newCase()),
            Map.entry("{claimedCase}", this::claimedCase),
            Map.entry("{actionId}", who -> action("guest", "chat_ban")),
            Map.entry("{ownersAction}", who -> action("owner", "warning")),
            Map.entry("{appealId}", who -> appeal()));

    private int words;

    private Neighbourhood(Site site) {
        this.site = site;
    }

    /** Has all of them come, and waits until the forum and its search are there. */
    static Neighbourhood around(Site site) {
        Neighbourhood all = new Neighbourhood(site);
        all.gather();
        return all;
    }

    private void gather() {
        INSIDERS.forEach(person -> site.appear(person, "user"));
        List.of("owner", "other").forEach(person -> site.appear(person, "user"));
        List.of("moderator", "warden").forEach(person -> site.appear(person, "user", "moderator"));
        site.appear("analyst", "user", "analyst");
        site.appear("admin", "user", "admin");
        site.appear("service", "service");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> site.get("owner", "/api/forum/search?q=book").status() == 200);
        INSIDERS.forEach(
                person -> made(person, "/api/messages/compose", "{'recipient':'owner','content':'hello from me'}"));
        done("owner", "POST", "/api/users/blocked/block", "");
        done("kid", "POST", "/api/settings/kid-mode", "{'enabled':true,'password':'long enough'}");
        SANCTIONS.forEach(this::action);
    }

    /** Fills in the places in braces, each with something made for this request. */
    String filled(String text, String who) {
        String filled = text;
        for (Map.Entry<String, UnaryOperator<String>> place : places.entrySet()) {
            if (filled.contains(place.getKey())) {
                filled = filled.replace(place.getKey(), place.getValue().apply(who));
            }
        }
        return filled;
    }

    private String word() {
        return "w" + Integer.toString(++words, Character.MAX_RADIX) + "x" + words * 7919 % 10_007;
    }

    private String token(String who) {
        return site.authorization(who)
                .map(bearer -> bearer.substring("Bearer ".length()))
                .orElse("none");
    }

    private String room() {
        String people = "'" + String.join("','", INSIDERS) + "'";
        return made(
                "service",
                "/api/chat/rooms",
                "{'room_type':'team','team_id':'" + word() + "','owner':'owner','participants':[" + people + "]}");
    }

    private String line() {
        return made("owner", "/api/chat/" + room() + "/messages", "{'content':'a line about " + word() + "'}");
    }

    /** The caller's own with the owner, or else the guest's. */
    private String conversation(String who) {
        return conversationOf(INSIDERS.contains(who) ? who : "guest");
    }

    private static String conversationOf(String person) {
        return person.compareTo("owner") < 0 ? "dm~dev-" + person + "~dev-owner" : "dm~dev-owner~dev-" + person;
    }

    private String topic() {
        String about = word();
        return done(
                        "owner",
                        "POST",
                        "/api/forum/topics",
                        "{'category':'general','title':'A book about " + about + "','content':'Which one about " + about
                                + "?'}")
                .body()
                .at("/topic/id")
                .asString();
    }

    private String post() {
        return made("owner", "/api/forum/topics/" + topic() + "/posts", "{'content':'the one about " + word() + "'}");
    }

    private String newCase() {
        return "case~other~" + stranger() + "~1";
    }

    /** Somebody whom a service has introduced, by a report. */
    private String stranger() {
        String person = word();
        made(
                "service",
                "/api/flags",
                "{'user':{'id':'" + person + "','username':'" + person
                        + "'},'report_type':'other','description':'is odd in every way'}");
        return person;
    }

    private String claimedCase(String who) {
        String claimed = newCase();
        site.ask(who, "POST", "/api/mod/reports/" + claimed + "/claim", "");
        return claimed;
    }

    private String action(String person, String type) {
        return made(
                "warden",
                "/api/mod/users/" + person + "/actions",
                "{'action_type':'" + type + "','reason':'as the rules have it'}");
    }

    private String appeal() {
        return made(
                "owner", "/api/appeals", "{'action_id':'" + action("owner", "warning") + "','text':'that was a joke'}");
    }

    /** The id of what came of a request. */
    private String made(String who, String path, String body) {
        Answer answer = done(who, "POST", path, body);
        return answer.body().path("id").asString("");
    }

    private Answer done(String who, String method, String path, String body) {
        Answer answer = site.ask(who, method, path, body);
        assertThat(answer.status())
                .as("%s: %s %s: %s", who, method, path, answer.body())
                .isBetween(200, 299);
        return answer;
    }
}
