package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.api.ApiTest;
import dev.parley.command.moderation.detection.DryRun.Item;
import dev.parley.command.moderation.detection.DryRun.Report;
import dev.parley.kernel.detection.Category;
import dev.parley.kernel.detection.Finding;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DetectionControllerTest extends ApiTest {
    private static final UserId ANN = new UserId("dev-ann");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void tellsModeratorsWhatWouldBeFlagged() {
        var finding = new Finding(Category.INSULT, 2, 11, 16, "insult.en/idiot*");
        var line = new Item(
                7,
                NOON,
                ANN,
                Optional.of(new Subject(Subject.Kind.CHAT_MESSAGE, "team~t1~1~1")),
                "you are an idiot",
                List.of(finding));
        given(dryRun.after(3))
                .willReturn(new Report("1-abc", 5, 2, Map.of(Category.INSULT, 2L), List.of(line), OptionalLong.of(9)));
        given(names.people(any()))
                .willReturn(CompletableFuture.completedFuture(Map.of(ANN, PersonView.of(ANN, "ann"))));
        as("mod", "moderator")
                .get()
                .uri("/api/mod/detection/dry-run/?after=3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"version":"1-abc","texts":5,"flagged":2,"by_category":{"insult":2},"next":"9","items":[
                          {"position":7,"at":"2026-01-02T12:00:00.000Z","author":{"id":"dev-ann","username":"ann"},
                           "subject":{"kind":"chat_message","id":"team~t1~1~1"},"text":"you are an idiot",
                           "findings":[{"category":"insult","severity":2,"start":11,"end":16,
                                        "rule":"insult.en/idiot*"}]}]}""");
    }

    @Test
    void isForModerators() {
        as("ann", "user", "analyst")
                .get()
                .uri("/api/mod/detection/dry-run/")
                .exchange()
                .expectStatus()
                .isForbidden();
        then(dryRun).should(never()).after(anyLong());
    }
}
