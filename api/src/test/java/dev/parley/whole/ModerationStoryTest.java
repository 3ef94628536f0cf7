package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.whole.Site.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an insult to an appeal that is granted, on a whole server. */
class ModerationStoryTest {
    private static final String ROOM = "team~story";
    private static final String LINES = "/api/chat/" + ROOM + "/messages/";
    private static final String CASE = "/api/mod/reports/case~conduct~dev-rude~1/";
    private static final String APPEAL = "/api/mod/appeals/appeal~action~dev-rude~1/answer/";
    private static final String BAN = "{'action_type':'chat_ban','reason':'insults','duration':'P1D'}";

    @TempDir
    private static Path directory;

    private static Site site;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        site = Site.start(directory);
        List.of("rude", "hurt").forEach(username -> site.appear(username, "user"));
        List.of("mia", "max").forEach(username -> site.appear(username, "moderator"));
        site.appear("site", "service");
        ok("site", "/api/chat/rooms/", "{'room_type':'team','team_id':'story','participants':['rude','hurt']}");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void isToldToEachAsFarAsItConcernsThem() {
        String line = ok("rude", LINES, "{'content':'you are an idiot'}")
                .body()
                .at("/id")
                .asString();
        String report = "{'reported_user':'rude','report_type':'chat','description':'he insults me',"
                + "'subject':{'kind':'chat_message','id':'" + line + "'}}";
        assertThat(ok("hurt", "/api/reports/", report).status()).isEqualTo(201);
        assertThat(ok("hurt", "/api/reports/", report).status()).isEqualTo(200);
        site.ask("rude", "DELETE", "/api/chat/messages/" + line + "/", "");

        ok("mia", CASE + "claim/", "");
        isRefused("max", CASE + "claim/", "", 409, "claimed-by-another");
        isRefused("max", CASE + "action/", BAN, 409, "inquiry-lost");
        isRefused("hurt", CASE + "claim/", "", 403, "not-allowed");
        Answer seen = site.get("mia", CASE);
        assertThat(seen.body()
                        .at("/reports/0/statements/0/evidence/was/content")
                        .asString())
                .isEqualTo("you are an idiot");
        assertThat(seen.body()
                        .at("/reports/0/statements/0/evidence/now/is_deleted")
                        .asString())
                .isEqualTo("true");
        assertThat(seen.body().at("/suggestion/action_type").asString()).isEqualTo("warning");

        isRefused("mia", CASE + "action/", "{'action_type':'chat_ban'}", 422, "invalid-value");
        ok("mia", CASE + "action/", BAN);
        isRefused("mia", CASE + "action/", BAN, 409, "case-decided");
        Answer refused = isRefused("rude", LINES, "{'content':'but why'}", 403, "chat-ban");
        assertThat(refused.body().at("/detail").asString()).endsWith("insults");
        assertThat(refused.body().at("/until").asString()).isNotEmpty();
        assertThat(site.get("rude", "/api/me/sanctions/")
                        .body()
                        .at("/items/0/is_in_force")
                        .asString())
                .isEqualTo("true");
        Answer mine = site.get("hurt", "/api/reports/");
        assertThat(mine.body().at("/items/0/status").asString()).isEqualTo("action");
        assertThat(mine.body().toString()).doesNotContain("chat_ban", "insults\"");

        ok("rude", "/api/appeals/", "{'action_id':'action~dev-rude~1','text':'She began it'}");
        isRefused("rude", "/api/appeals/", "{'action_id':'action~dev-rude~1','text':'Again'}", 409, "already-appealed");
        isRefused("mia", APPEAL, "{'granted':true,'reason':'fair'}", 403, "own-decision");
        ok("max", APPEAL, "{'granted':true,'reason':'fair'}");
        ok("rude", LINES, "{'content':'thank you'}");
        Answer history = site.get("max", "/api/mod/history/member/rude/");
        assertThat(history.body().toString())
                .contains("SanctionImposed", "\"reason\":\"insults\"", "SanctionLifted", "\"reason\":\"fair\"");
    }

    private static Answer ok(String who, String path, String body) {
        Answer answer = site.ask(who, "POST", path, body);
        assertThat(answer.status()).as("%s %s: %s", who, path, answer.body()).isBetween(200, 299);
        return answer;
    }

    private static Answer isRefused(String who, String path, String body, int status, String rule) {
        Answer answer = site.ask(who, "POST", path, body);
        assertThat(answer.status()).as("%s %s: %s", who, path, answer.body()).isEqualTo(status);
        assertThat(answer.told()).isEqualTo(rule);
        return answer;
    }
}
