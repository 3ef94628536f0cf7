package dev.parley.api.member;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.api.ApiTest;
import dev.parley.command.Outcome;
import dev.parley.command.member.MemberCommand.ChooseChatTab;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.command.member.Settings;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.member.MemberQuery.FindSettings;
import dev.parley.query.member.SettingsView;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;

/** Settings over HTTP. */
class SettingsControllerTest extends ApiTest {
    private static final Actor ANN = Actor.of(new UserId("dev-ann"), Role.USER);

    @Test
    void areTheCallersOwn() {
        given(queries.query(eq(new FindSettings(ANN.id())), eq(SettingsView.class)))
                .willReturn(CompletableFuture.completedFuture(new SettingsView(true, "notes", "everyone", false)));
        as("ann")
                .get()
                .uri("/api/settings/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"zen_mode\":true,\"chat_tab\":\"notes\"}");
    }

    @Test
    void changeTogether() {
        change("{\"zen_mode\":true,\"chat_tab\":\"notes\"}");
        then(commands).should().send(eq(new SwitchZenMode(ANN, true)), any());
        then(commands).should().send(eq(new ChooseChatTab(ANN, ChatTab.NOTES)), any());
    }

    @Test
    void answerWithAllAsTheyAreAfterAChange() {
        given(settings.of(ANN.id())).willReturn(new Settings(true, ChatTab.NOTES, MessagePrivacy.FRIENDS, true));
        as("ann")
                .patch()
                .uri("/api/settings/")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"zen_mode\":true}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        "{\"zen_mode\":true,\"chat_tab\":\"notes\",\"message_privacy\":\"friends\",\"kid_mode\":true}",
                        JsonCompareMode.STRICT);
    }

    @Test
    void stayAsTheyAreWhenLeftOut() {
        change("{\"zen_mode\":false}");
        then(commands).should().send(eq(new SwitchZenMode(ANN, false)), any());
        then(commands).should(never()).send(ArgumentMatchers.isA(ChooseChatTab.class), any());
    }

    @Test
    void answerWithTheLatestPositionOfAllTheirChanges() {
        given(commands.send(eq(new SwitchZenMode(ANN, true)), any()))
                .willReturn(CompletableFuture.completedFuture(new Outcome(List.of(), 100)));
        given(commands.send(eq(new ChooseChatTab(ANN, ChatTab.NOTES)), any()))
                .willReturn(CompletableFuture.completedFuture(new Outcome(List.of(), 7)));
        as("ann")
                .patch()
                .uri("/api/settings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"zen_mode\":true,\"chat_tab\":\"notes\"}")
                .exchange()
                .expectHeader()
                .valueEquals("Parley-Position", 100);
    }

    private void change(String body) {
        as("ann")
                .patch()
                .uri("/api/settings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
