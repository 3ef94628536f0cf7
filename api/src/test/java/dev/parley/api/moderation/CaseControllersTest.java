package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.command.CommandRejected;
import dev.parley.command.moderation.ActionCommand.ActOn;
import dev.parley.command.moderation.ActionCommand.LiftAction;
import dev.parley.command.moderation.AppealCommand.AnswerAppeal;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.command.moderation.CaseCommand.ActOnCase;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.DismissCase;
import dev.parley.command.moderation.CaseCommand.ReleaseCase;
import dev.parley.command.moderation.CaseCommand.ReviewCase;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.AppealText;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Term;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.direct.LookQuery;
import dev.parley.query.direct.LookView;
import dev.parley.query.moderation.CaseQuery.FindCase;
import dev.parley.query.moderation.CaseQuery.ListCases;
import dev.parley.query.moderation.CaseQuery.Sort;
import dev.parley.query.moderation.CaseStatus;
import dev.parley.query.moderation.CaseView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.http.HttpMethod;

/** Cases, actions, appeals and looks over HTTP. */
class CaseControllersTest extends ModerationApiTest {
    @Test
    void nameTheFieldThatIsOutOfItsBounds() {
        isInvalid(HttpMethod.POST, AT_CASE + "/action", "{\"reason\":\"rude\"}", "/action_type");
        isInvalid(HttpMethod.POST, AT_CASE + "/action", action("chat_ban", "1 day"), "/duration");
        isInvalid(HttpMethod.POST, "/api/mod/users/bob/actions", action("warning", "P1D"), "/duration");
        isInvalid(HttpMethod.POST, "/api/appeals", "{\"action_id\":\"1\",\"text\":\"not me\"}", "/action_id");
        isInvalid(HttpMethod.POST, "/api/appeals", "{\"action_id\":\"" + ACTION + "\",\"text\":\"no\"}", "/text");
        isInvalid(HttpMethod.POST, "/api/mod/appeals/appeal~" + ACTION + "/answer", "{}", "/granted");
        isInvalid(HttpMethod.POST, "/api/mod/conversations/" + TALK + "/look", "{\"case\":\"1\"}", "/case");
        isInvalid(HttpMethod.POST, "/api/mod/conversations/" + TALK + "/look?before=1", "{}", "/before");
        isInvalid(HttpMethod.GET, QUEUE + "?status=open", "", "/status");
        isInvalid(HttpMethod.GET, QUEUE + "?type=tea", "", "/type");
        isInvalid(HttpMethod.GET, QUEUE + "?sort=luck", "", "/sort");
        isInvalid(HttpMethod.GET, QUEUE + "?cursor=1", "", "/cursor");
        isInvalid(HttpMethod.GET, QUEUE + "?limit=0", "", "/limit");
        isInvalid(HttpMethod.GET, "/api/mod/appeals?status=open", "", "/status");
    }

    @Test
    void claimReleaseAndDecide() {
        leads(ClaimCase.class, new InquiryOpened(CASE, MIA.id(), 3, NOON.plusSeconds(1200)));
        send(mia, HttpMethod.POST, AT_CASE + "/claim/", "")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"moderator":{"id":"dev-mia","username":"mia"},"fence":3,\
                        "until":"2026-01-01T12:20:00.000Z","seconds_left":1200}""");
        isDone(AT_CASE + "/release", "");
        isDone(AT_CASE + "/release/", "{\"fence\":3}");
        isDone(AT_CASE + "/dismiss/", "{\"reason\":\"a joke\"}");
        isDone(AT_CASE + "/review/", "{\"reason\":\"mild\",\"fence\":3}");
        isSent(new ReleaseCase(MIA, CASE, OptionalLong.empty()));
        isSent(new ReleaseCase(MIA, CASE, OptionalLong.of(3)));
        isSent(new DismissCase(MIA, CASE, OptionalLong.empty(), "a joke"));
        isSent(new ReviewCase(MIA, CASE, OptionalLong.of(3), "mild"));
    }

    @Test
    void tellUntilWhenAnotherHoldsTheCase() {
        given(commands.send(isA(ClaimCase.class), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.CLAIMED_BY_ANOTHER, "Another looks.", NOON)));
        isRefused(send(mia, HttpMethod.POST, AT_CASE + "/claim", ""), 409, "claimed-by-another");
        send(mia, HttpMethod.POST, AT_CASE + "/claim", "")
                .expectBody()
                .jsonPath("$.until")
                .isEqualTo("2026-01-01T12:00:00.000Z");
    }

    @Test
    void actInACaseAndWithoutOne() {
        leads(ActOnCase.class, new SanctionImposed(BOB, ACTION, Sanction.CHAT_BAN, "rude", Optional.of(NOON)));
        send(mia, HttpMethod.POST, AT_CASE + "/action/", action("chat_ban", "P1D"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"id":"action~dev-bob~1","action_type":"chat_ban","reason":"rude","state":"in_force",\
                        "by":{"id":"dev-mia","username":"mia"},"until":"2026-01-01T12:00:00.000Z"}""");
        isSent(new ActOnCase(
                MIA, CASE, OptionalLong.empty(), ActionType.CHAT_BAN, Optional.of(new Term("P1D")), "rude"));
        leads(ActOn.class, new MemberWarned(BOB, ACTION, "rude"));
        send(mia, HttpMethod.POST, "/api/mod/users/bob/actions/", "{\"action_type\":\"warning\",\"reason\":\"rude\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("given");
        isSent(new ActOn(MIA, BOB, ActionType.WARNING, Optional.empty(), "rude"));
        isDone("/api/mod/actions/" + ACTION + "/lift/", "{\"reason\":\"too hard\"}");
        isSent(new LiftAction(MIA, ACTION, "too hard"));
    }

    @Test
    void dealWithThoseWhoHaveNoUsername() {
        given(usernames.find(any())).willReturn(Optional.empty());
        leads(ActOn.class, new MemberWarned(BOB, ACTION, "rude"));
        String warning = "{\"action_type\":\"warning\",\"reason\":\"rude\"}";
        send(mia, HttpMethod.POST, "/api/mod/users/~dev-bob/actions/", warning)
                .expectStatus()
                .isCreated();
        isSent(new ActOn(MIA, BOB, ActionType.WARNING, Optional.empty(), "rude"));
        given(commands.send(isA(ActOn.class), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.UNKNOWN_USER, "This person never came.")));
        isRefused(send(mia, HttpMethod.POST, "/api/mod/users/~nobody/actions/", warning), 404, "unknown-user");
        isRefused(send(mia, HttpMethod.GET, "/api/mod/users/~/actions/", ""), 404, "unknown-user");
    }

    @Test
    void takeAppealsAndAnswerThem() {
        var appeal = new AppealId(ACTION);
        leads(FileAppeal.class, new AppealFiled(appeal, ANN.id(), MIA.id(), new PersonalText(ANN.id(), "not me")));
        send(ann, HttpMethod.POST, "/api/appeals/", "{\"action_id\":\"" + ACTION + "\",\"text\":\"not me\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"id":"appeal~action~dev-bob~1","action_id":"action~dev-bob~1","text":"not me",\
                        "status":"pending","answer":null}""")
                .jsonPath("$.acted_by")
                .doesNotExist();
        isSent(new FileAppeal(ANN, ACTION, new AppealText("not me")));
        isDone("/api/mod/appeals/" + appeal + "/answer/", "{\"granted\":true,\"reason\":\"fair\"}");
        isSent(new AnswerAppeal(MIA, appeal, true, "fair"));
    }

    @Test
    void lookAtAConversationOnceTheLogSaysSo() {
        var view = new LookView(TALK.value(), List.of(PersonView.of(BOB, "bob")), List.of(), List.of(), null);
        given(queries.query(LookQuery.newest(TALK), LookView.class))
                .willReturn(CompletableFuture.completedFuture(view));
        String look = "/api/mod/conversations/" + TALK + "/look/";
        send(mia, HttpMethod.POST, look, "{\"case\":\"" + CASE + "\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.people[0].username")
                .isEqualTo("bob");
        isSent(new LookAtConversation(MIA, TALK, Optional.of(CASE), OptionalLong.empty(), ""));
        given(commands.send(isA(LookAtConversation.class), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.INQUIRY_LOST, "You do not hold this case now.")));
        isRefused(send(mia, HttpMethod.POST, look, "{\"case\":\"" + CASE + "\"}"), 409, "inquiry-lost");
        then(queries).should().query(LookQuery.newest(TALK), LookView.class);
    }

    @Test
    void askForWhatTheAddressSays() {
        given(queries.query(isA(ListCases.class), ArgumentMatchers.<ResponseType<Page<Object>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(), null)));
        send(mia, HttpMethod.GET, QUEUE + "?type=chat&reported_user=bob&sort=age&limit=5", "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        var query =
                new ListCases(MIA, CaseStatus.PENDING, Optional.of(ReportType.CHAT), Optional.of(BOB), Sort.AGE, "", 5);
        then(queries).should().query(eq(query), ArgumentMatchers.<ResponseType<Page<Object>>>any());
        given(queries.query(new FindCase(MIA, CASE), CaseView.class))
                .willReturn(CompletableFuture.completedFuture(null));
        isRefused(send(mia, HttpMethod.GET, AT_CASE, ""), 404, "unknown-case");
    }
}
