package dev.parley.command.activity;

import static dev.parley.command.Expected.refused;

import dev.parley.command.activity.ActivityCommand.ReportActivity;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.activity.ActivityTitle;
import dev.parley.kernel.activity.ActivityUrl;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final ActivityId ID = new ActivityId("activity~1");
    private static final UserId ANN = new UserId("ann");
    private static final ActivityReported REPORTED = new ActivityReported(
            ID,
            ANN,
            ActivityKind.BLOG,
            new PersonalText(ANN, "My first blog"),
            new PersonalText(ANN, "https://example.org/1"));

    private final AggregateTestFixture<Activity> activity = new AggregateTestFixture<>(Activity.class);

    @Test
    void isReportedByAService() {
        activity.givenNoPriorActivity().when(reportBy(Role.SERVICE)).expectEvents(REPORTED);
    }

    @Test
    void thatWasReportedStaysAsItIs() {
        activity.given(REPORTED)
                .when(reportBy(Role.SERVICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotForPeopleToReport() {
        activity.givenNoPriorActivity()
                .when(reportBy(Role.ADMIN))
                .expectNoEvents()
                .expectExceptionDetails(refused(Rejection.NOT_ALLOWED));
    }

    private static ReportActivity reportBy(Role role) {
        return new ReportActivity(
                Actor.of(new UserId("blogs"), role),
                ID,
                ANN,
                ActivityKind.BLOG,
                new ActivityTitle("My first blog"),
                new ActivityUrl("https://example.org/1"));
    }
}
