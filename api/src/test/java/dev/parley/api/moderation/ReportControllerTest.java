package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.CaseQuery.FindMyReport;
import dev.parley.query.moderation.MyReportView;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Reports and flags over HTTP. */
class ReportControllerTest extends ModerationApiTest {
    private static final String REPORT = """
            {"reported_user":"bob","report_type":"chat","description":"He insults me",\
            "subject":{"kind":"chat_message","id":"team~t1~1~1"}}""";

    @Test
    void filesAReport() {
        leads(
                FileReport.class,
                new ReportFiled(
                        CASE,
                        2,
                        ANN.id(),
                        ReportType.CHAT,
                        new PersonalText(ANN.id(), "He insults me"),
                        Optional.empty(),
                        Optional.empty()));
        send(ann, HttpMethod.POST, "/api/reports/", REPORT)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Parley-Position", "42")
                .expectBody()
                .json("""
                        {"id":"report~chat~dev-bob~1767268800000","reported_user":{"id":"dev-bob","username":"bob"},\
                        "report_type":"chat","description":"He insults me","status":"pending",\
                        "created_at":"2026-01-01T12:00:00.000Z"}""");
        isSent(new FileReport(
                ANN,
                BOB,
                ReportType.CHAT,
                new ReportText("He insults me"),
                Optional.empty(),
                Optional.of(new Subject(Subject.Kind.CHAT_MESSAGE, "team~t1~1~1"))));
    }

    @Test
    void isAlsoOfThoseWhoHaveNoUsername() {
        given(usernames.find(any())).willReturn(Optional.empty());
        leads(
                FileReport.class,
                new ReportFiled(
                        CASE,
                        1,
                        ANN.id(),
                        ReportType.CHAT,
                        new PersonalText(ANN.id(), "He insults me"),
                        Optional.empty(),
                        Optional.empty()));
        send(ann, HttpMethod.POST, "/api/reports/", REPORT.replace("\"bob\"", "\"~dev-bob\""))
                .expectStatus()
                .isCreated();
        isRefused(send(ann, HttpMethod.POST, "/api/reports/", REPORT), 422, "unknown-user");
    }

    @Test
    void showsTheReportThatItAddsTo() {
        leads(
                FileReport.class,
                new ReportContinued(
                        CASE,
                        2,
                        ANN.id(),
                        new PersonalText(ANN.id(), "And again"),
                        Optional.empty(),
                        Optional.empty()));
        var whole = MyReportView.filed(PersonView.of(BOB, "bob"), ReportType.CHAT, "He…\n\nAnd again", NOON);
        given(queries.query(new FindMyReport(ANN, CASE, 2), MyReportView.class))
                .willReturn(CompletableFuture.completedFuture(whole));
        send(ann, HttpMethod.POST, "/api/reports", REPORT)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.description")
                .isEqualTo("He…\n\nAnd again");
        then(positions).should().reached("cases", 42);
    }

    @Test
    void namesTheFieldThatIsOutOfItsBounds() {
        isInvalid(HttpMethod.POST, "/api/reports", REPORT.replace("chat\"", "tea\""), "/report_type");
        isInvalid(HttpMethod.POST, "/api/reports", REPORT.replace("He insults me", "He"), "/description");
        isInvalid(HttpMethod.POST, "/api/reports", REPORT.replace("chat_message", "tea"), "/subject/kind");
        isInvalid(HttpMethod.POST, "/api/reports", REPORT.replace("\"chat\"", "\"cheating\""), "/evidence_url");
        isInvalid(HttpMethod.GET, "/api/reports?cursor=x", "", "/cursor");
    }

    @Test
    void takesFlagsFromServicesAlone() {
        String flag = "{\"user\":\"bob\",\"report_type\":\"cheating\",\"description\":\"engine moves\"}";
        isRefused(send(ann, HttpMethod.POST, "/api/flags", flag), 403, "not-allowed");
        then(commands).should(never()).send(isA(FileReport.class), any());
        Actor irwin = Actor.of(new UserId("dev-irwin"), Role.SERVICE);
        leads(
                FileReport.class,
                new ReportFiled(
                        new CaseId(new CaseFileId(ReportType.CHEATING.kind(), BOB), 1),
                        1,
                        irwin.id(),
                        ReportType.CHEATING,
                        new PersonalText(irwin.id(), "engine moves"),
                        Optional.empty(),
                        Optional.empty()));
        send(as("irwin", "service"), HttpMethod.POST, "/api/flags/", flag)
                .expectStatus()
                .isCreated();
        isSent(new FileReport(
                irwin, BOB, ReportType.CHEATING, new ReportText("engine moves"), Optional.empty(), Optional.empty()));
    }
}
