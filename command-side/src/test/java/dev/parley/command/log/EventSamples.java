package dev.parley.command.log;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.activity.ActivityId;
import dev.parley.kernel.activity.ActivityKind;
import dev.parley.kernel.activity.ActivityReported;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.classroom.ClassroomEvent.ClassDefined;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.export.ExportEvent.PersonalDataExported;
import dev.parley.kernel.forum.CategoryEvent.CategoryChanged;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.ContributionEvent.ContributionRepeated;
import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import dev.parley.kernel.forum.ContributionEvent.PostContributed;
import dev.parley.kernel.forum.ContributionEvent.TopicContributed;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.ClassJoined;
import dev.parley.kernel.member.MemberEvent.ClassLeft;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.KidModeDisabled;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.ModeratingRoleChanged;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.MemberEvent.TeachingBegun;
import dev.parley.kernel.member.MemberEvent.TeachingEnded;
import dev.parley.kernel.member.MemberEvent.UsernameLost;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.member.UsernameEvent.UsernameClaimed;
import dev.parley.kernel.member.UsernameEvent.UsernameReleased;
import dev.parley.kernel.member.UsernameId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionPaused;
import dev.parley.kernel.operations.ProjectionEvent.ProjectionResumed;
import dev.parley.kernel.operations.ProjectionEvent.RebuildCancelled;
import dev.parley.kernel.operations.ProjectionEvent.RebuildRequested;
import dev.parley.kernel.operations.ProjectionEvent.RepairRequested;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.RollbackRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.kernel.operations.ProjectionEvent.SwitchRequested;
import dev.parley.kernel.operations.ProjectionEvent.VerificationRequested;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.relations.RelationsEvent.Blocked;
import dev.parley.kernel.relations.RelationsEvent.Contacted;
import dev.parley.kernel.relations.RelationsEvent.Followed;
import dev.parley.kernel.relations.RelationsEvent.Unblocked;
import dev.parley.kernel.relations.RelationsEvent.Unfollowed;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One of each event, as its golden file tells it. */
public final class EventSamples {
    private static final EntityId GAME = new EntityId("g1");
    private static final RoomId ROOM = RoomId.of(RoomType.GAME, GAME);
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");
    private static final UserId MODERATOR = new UserId("m1");
    private static final Username NAME = new Username("Ann");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final ClassId CHESS = new ClassId("chess-7b");
    private static final ConversationId TALK = ConversationId.of(ANN, BOB);

    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final CategoryId GENERAL = new CategoryId("general");
    private static final TopicId TOPIC = new TopicId("topic~00000000-0000-0000-0000-000000000001");
    private static final PostId POST = new PostId(TOPIC, 1, 1);

    private static final CaseId CASE = new CaseId(new CaseFileId(CaseKind.CONDUCT, BOB), 1);
    private static final Instant WRITTEN = Instant.parse("2026-01-02T11:58:00Z");
    private static final Optional<PersonalText> LINK = Optional.of(new PersonalText(ANN, "https://example.org/game/1"));
    private static final Optional<Evidence> SHOWN = Optional.of(new Evidence(
            new Subject(Subject.Kind.CHAT_MESSAGE, "game~g1~1~4"),
            "game~g1",
            4,
            Optional.of(new PersonalText(BOB, "you cheat")),
            Optional.of(WRITTEN)));
    private static final AppealId APPEAL = new AppealId(new ActionId(BOB, 1));

    public static final List<Object> ALL = List.of(
            new ReportFiled(CASE, 1, ANN, ReportType.CHAT, new PersonalText(ANN, "so rude"), LINK, SHOWN),
            new ReportContinued(CASE, 1, ANN, new PersonalText(ANN, "and again"), LINK, SHOWN),
            new InquiryOpened(CASE, MODERATOR, 3, Instant.parse("2026-01-02T12:20:00Z")),
            new InquiryReleased(CASE, MODERATOR, 3),
            new InquiryLapsed(CASE, MODERATOR, 3),
            new CaseDismissed(CASE, MODERATOR),
            new CaseReviewed(CASE, MODERATOR),
            new CaseActioned(CASE, MODERATOR, ActionType.ACCOUNT_BAN, new ActionId(BOB, 1), List.of(ANN)),
            new Reported(ANN, CASE, 1),
            new AppealFiled(APPEAL, BOB, MODERATOR, new PersonalText(BOB, "it was my brother")),
            new AppealGranted(APPEAL, BOB, MODERATOR),
            new AppealRejected(APPEAL, BOB, MODERATOR),
            new ConversationLookedAt(TALK, MODERATOR, Optional.of(CASE), 0),
            new ConversationLookedAt(TALK, MODERATOR, Optional.of(CASE), 51),
            new CategoryOpened(GENERAL, "General", "Anything", 1),
            new RebuildRequested(ROOMS, true),
            new VerificationRequested(ROOMS),
            new RepairRequested(ROOMS),
            new SwitchRequested(ROOMS),
            new RollbackRequested(ROOMS),
            new RebuildCancelled(ROOMS),
            new ProjectionPaused(ROOMS),
            new ProjectionResumed(ROOMS),
            new RetryRequested(ROOMS, Optional.of(new LetterId(2, 42))),
            new SkipRequested(ROOMS, new LetterId(2, 42)),
            new CategoryChanged(GENERAL, "General Chess", "Anything", 2),
            new TopicStarted(TOPIC, GENERAL, ANN, new PersonalText(ANN, "A book for beginners")),
            new PostAdded(TOPIC, 1, ANN, new PersonalText(ANN, "Which, @Bob?"), List.of(BOB), 1),
            new PostEdited(TOPIC, 1, ANN, new PersonalText(ANN, "Which one?"), List.of()),
            new PostErased(TOPIC, 1, 0),
            new PostRemoved(TOPIC, 1, MODERATOR, 0),
            new TopicClosed(TOPIC, MODERATOR, true),
            new TopicReopened(TOPIC, MODERATOR),
            new TopicPinned(TOPIC, MODERATOR),
            new TopicUnpinned(TOPIC, MODERATOR),
            new TopicMoved(TOPIC, GENERAL, new CategoryId("off-topic"), MODERATOR),
            new TopicRemoved(TOPIC, MODERATOR),
            new ReactionAdded(POST, BOB, Reaction.PLUS_ONE),
            new ReactionTakenBack(POST, BOB, Reaction.PLUS_ONE),
            new TopicViewed(TOPIC, BOB, LocalDate.of(2026, 1, 2), 7),
            new TopicContributed(ANN, TOPIC, new PersonalText(ANN, "0a1b"), new PersonalText(ANN, "2c3d")),
            new PostContributed(ANN, TOPIC, 2, new PersonalText(ANN, "4e5f")),
            new EditContributed(ANN, TOPIC, 2, NOON, new PersonalText(ANN, "4e5f"), new PersonalText(ANN, "4e5f")),
            new ContributionRepeated(ANN, "c1"),
            new RoomOpened(ROOM, RoomType.GAME, GAME, List.of(ANN, BOB), false),
            new OwnerNamed(ROOM, ANN),
            new ParticipantAdded(ROOM, BOB),
            new ParticipantRemoved(ROOM, BOB),
            new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "good luck ♟")),
            new MessageRemoved(ROOM, 1, 4, MODERATOR),
            new MemberTimedOut(ROOM, BOB, MODERATOR, TimeoutReason.SPAM, Instant.parse("2026-01-02T12:15:00.125Z")),
            new TimeoutEnded(ROOM, BOB, true),
            new RoomDisabled(ROOM),
            new RoomEnabled(ROOM),
            new RoomFinished(ROOM),
            new MemberJoined(ANN, NAME, Instant.EPOCH),
            new MemberJoined(ANN, NAME, NOON),
            new MemberRenamed(ANN, NAME, Instant.EPOCH),
            new MemberRenamed(ANN, NAME, NOON),
            new ErasureRequested(ANN),
            new MemberErased(ANN),
            new UsernameLost(ANN),
            new ModeratingRoleChanged(ANN, Role.MODERATOR, NOON),
            new ZenModeSwitched(ANN, true),
            new ChatTabChosen(ANN, ChatTab.NOTES),
            new UsernameClaimed(UsernameId.of(NAME), ANN),
            new UsernameReleased(UsernameId.of(NAME), ANN),
            new NotesWritten(NotesId.of(ANN, GAME), ANN, GAME, new PersonalText(ANN, "try e4 next time")),
            new MessagePrivacyChosen(ANN, MessagePrivacy.FRIENDS),
            new MemberWarned(ANN, new ActionId(ANN, 1), "insults"),
            new SanctionImposed(
                    ANN,
                    new ActionId(ANN, 2),
                    Sanction.CHAT_BAN,
                    "insults",
                    Optional.of(Instant.parse("2026-01-02T12:15:00.125Z"))),
            new SanctionEnded(ANN, new ActionId(ANN, 2), Sanction.CHAT_BAN),
            new SanctionLifted(ANN, new ActionId(ANN, 3), Sanction.ACCOUNT_BAN),
            new KidModeEnabled(ANN, "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"),
            new KidModeDisabled(ANN),
            new ClassJoined(ANN, CHESS, true),
            new ClassLeft(ANN, CHESS),
            new TeachingBegun(ANN, CHESS),
            new TeachingEnded(ANN, CHESS),
            new ClassDefined(CHESS, List.of(ANN), List.of(BOB), true),
            new Followed(ANN, BOB),
            new Unfollowed(ANN, BOB),
            new Blocked(ANN, BOB),
            new Unblocked(ANN, BOB),
            new Contacted(ANN, BOB),
            new ConversationStarted(TALK, BOB),
            new DirectMessageSent(TALK, 3, ANN, 1, 2, new PersonalText(ANN, "a game tonight?")),
            new ConversationRead(TALK, BOB, 3, 1),
            new ConversationHidden(TALK, BOB, 3),
            new PersonalDataExported(
                    MODERATOR, 7, List.of("MessagePosted"), Optional.of(NOON), Optional.of(NOON.plusSeconds(60))),
            new ActivityReported(
                    new ActivityId("activity~a1"),
                    ANN,
                    ActivityKind.BLOG,
                    new PersonalText(ANN, "How I learned the ♞"),
                    new PersonalText(ANN, "https://example.org/blog/1")));

    private EventSamples() {}
}
