package dev.parley.query.moderation.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.query.Milliseconds;
import dev.parley.query.Names;
import dev.parley.query.PersonView;
import dev.parley.query.live.Frame;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The frames of the moderators' stream, with their events' positions in the log as ids. */
@Component
class ModeratorFrames {
    private static final String DECIDED = "case_decided";
    private static final String RELEASED = "case_released";
    private static final String ANSWERED = "appeal_answered";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Names names;

    ModeratorFrames(Names names) {
        this.names = names;
    }

    /** Nothing for a further report of a case, and for what is added to one. */
    Optional<Frame> of(CaseEvent event, long position) {
        return switch (event) {
            case ReportFiled filed ->
                filed.report() > 1 ? Optional.empty() : numbered("case_opened", opened(filed), position);
            case ReportContinued more -> Optional.empty();
            case InquiryOpened claim ->
                numbered(
                        "case_claimed",
                        new Claimed(claim.caseId(), person(claim.moderator()), claim.until()),
                        position);
            case InquiryReleased given ->
                numbered(RELEASED, new Released(given.caseId(), person(given.moderator()), false), position);
            case InquiryLapsed lapsed ->
                numbered(RELEASED, new Released(lapsed.caseId(), person(lapsed.moderator()), true), position);
            case CaseDismissed dismissed ->
                numbered(DECIDED, decided(dismissed.caseId(), dismissed.moderator(), "dismissed"), position);
            case CaseReviewed reviewed ->
                numbered(DECIDED, decided(reviewed.caseId(), reviewed.moderator(), "reviewed"), position);
            case CaseActioned acted ->
                numbered(
                        DECIDED,
                        new Decided(acted.caseId(), person(acted.moderator()), "action", acted.type(), acted.action()),
                        position);
        };
    }

    Frame of(AppealEvent event, long position) {
        return switch (event) {
            case AppealFiled filed ->
                Frame.numbered(
                        json,
                        "appeal_filed",
                        new Filed(filed.appealId(), filed.appealId().action(), person(filed.member())),
                        position);
            case AppealGranted granted -> answered(granted.appealId(), granted.moderator(), true, position);
            case AppealRejected rejected -> answered(rejected.appealId(), rejected.moderator(), false, position);
        };
    }

    /** That more was missed than is kept. */
    Frame missed() {
        return Frame.passing(json, "missed", new Closed("read-the-queue-anew"));
    }

    Frame closed(String reason) {
        return Frame.passing(json, "closed", new Closed(reason));
    }

    private Optional<Frame> numbered(String event, Object told, long position) {
        return Optional.of(Frame.numbered(json, event, told, position));
    }

    private Frame answered(AppealId appeal, UserId moderator, boolean granted, long position) {
        return Frame.numbered(json, ANSWERED, new Answered(appeal, person(moderator), granted), position);
    }

    private Opened opened(ReportFiled filed) {
        var file = filed.caseId().file();
        return new Opened(
                filed.caseId(),
                file.kind(),
                person(file.reported()),
                filed.type().label());
    }

    private Decided decided(CaseId caseId, UserId moderator, String status) {
        return new Decided(caseId, person(moderator), status, null, null);
    }

    private PersonView person(UserId id) {
        return names.person(id);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Opened(CaseId caseId, CaseKind kind, PersonView reportedUser, String reportType) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Claimed(
            CaseId caseId,
            PersonView moderator,
            @Milliseconds Instant until) {}

    /** @param lapsed because its time was over */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Released(CaseId caseId, PersonView moderator, boolean lapsed) {}

    /** @param actionType {@code null} and left out where nothing was done, as is its id */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Decided(
            CaseId caseId, PersonView moderator, String status, ActionType actionType, ActionId actionId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Filed(AppealId appealId, ActionId actionId, PersonView user) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Answered(AppealId appealId, PersonView moderator, boolean granted) {}

    private record Closed(String reason) {}
}
