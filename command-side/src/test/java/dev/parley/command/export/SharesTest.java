package dev.parley.command.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.log.EventSamples;
import dev.parley.command.log.TestSerializers;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.ReporterEvent.Reported;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** What of one of each event is told to those whom it concerns: Ann, Bob whom she reported, and a moderator. */
class SharesTest {
    private static final UserId ANN = new UserId("u1");
    private static final UserId BOB = new UserId("u2");
    private static final UserId MODERATOR = new UserId("m1");
    private static final Serializer SERIALIZER = TestSerializers.events();

    private static final Set<String> TO_ANN = Set.of(
            "ActivityReported",
            "Blocked",
            "CaseActioned",
            "ChatTabChosen",
            "ClassJoined",
            "ClassLeft",
            "Contacted",
            "ConversationStarted",
            "DirectMessageSent",
            "ErasureRequested",
            "Followed",
            "KidModeDisabled",
            "KidModeEnabled",
            "MemberErased",
            "MemberJoined",
            "MemberRenamed",
            "MemberWarned",
            "MessagePosted",
            "MessagePrivacyChosen",
            "ModeratingRoleChanged",
            "NotesWritten",
            "OwnerNamed",
            "PostAdded",
            "PostEdited",
            "ReportContinued",
            "ReportFiled",
            "Reported",
            "RoomOpened",
            "SanctionEnded",
            "SanctionImposed",
            "SanctionLifted",
            "TeachingBegun",
            "TeachingEnded",
            "TopicStarted",
            "Unblocked",
            "Unfollowed",
            "UsernameClaimed",
            "UsernameLost",
            "UsernameReleased",
            "ZenModeSwitched");
    private static final Set<String> TO_BOB = Set.of(
            "AppealFiled",
            "AppealGranted",
            "AppealRejected",
            "ConversationHidden",
            "ConversationRead",
            "ConversationStarted",
            "DirectMessageSent",
            "MemberTimedOut",
            "ParticipantAdded",
            "ParticipantRemoved",
            "PostAdded",
            "ReactionAdded",
            "ReactionTakenBack",
            "RoomOpened",
            "TimeoutEnded",
            "TopicViewed");
    private static final Set<String> TO_THE_MODERATOR = Set.of(
            "MemberTimedOut",
            "MessageRemoved",
            "PersonalDataExported",
            "PostRemoved",
            "TopicClosed",
            "TopicMoved",
            "TopicPinned",
            "TopicRemoved",
            "TopicReopened",
            "TopicUnpinned");
    /** What they are about is told by other events, or concerns nobody, or is moderators' alone. */
    private static final Set<String> TO_NOBODY = Set.of(
            "CaseDismissed",
            "CaseReviewed",
            "CategoryChanged",
            "CategoryOpened",
            "ClassDefined",
            "ConversationLookedAt",
            "EditContributed",
            "InquiryLapsed",
            "InquiryOpened",
            "InquiryReleased",
            "ContributionRepeated",
            "PostContributed",
            "ProjectionPaused",
            "ProjectionResumed",
            "RebuildCancelled",
            "RebuildRequested",
            "RepairRequested",
            "RetryRequested",
            "RollbackRequested",
            "RoomDisabled",
            "RoomEnabled",
            "RoomFinished",
            "SkipRequested",
            "SwitchRequested",
            "TopicContributed",
            "VerificationRequested");

    @Test
    void areOfTheirOwn() {
        assertThat(told(ANN)).isEqualTo(TO_ANN);
        assertThat(told(BOB)).isEqualTo(TO_BOB);
        assertThat(told(MODERATOR)).isEqualTo(TO_THE_MODERATOR);
    }

    @Test
    void areDecidedOnForEveryEvent() {
        Set<String> decided = Stream.of(TO_ANN, TO_BOB, TO_THE_MODERATOR, TO_NOBODY, Set.of("PostErased"))
                .flatMap(Set::stream)
                .collect(toCollection(TreeSet::new));
        assertThat(decided).isEqualTo(EventTypes.byName().keySet());
    }

    @Test
    void tellReportersNothingOfOthers() {
        EventSamples.ALL.stream()
                .filter(event ->
                        event instanceof ReportFiled || event instanceof ReportContinued || event instanceof Reported)
                .map(GenericEventMessage::asEventMessage)
                .forEach(event -> assertThat(Shares.of(event, ANN))
                        .hasValueSatisfying(share -> assertThat(share.without()).contains("report")));
    }

    @Test
    void areWhatTheyDidWhereTheEventNamesNobody() {
        var erased = EventSamples.ALL.stream()
                .filter(PostErased.class::isInstance)
                .findFirst()
                .orElseThrow();
        EventMessage<?> byAnn = GenericEventMessage.asEventMessage(erased).withMetaData(Map.of(Envelope.ACTOR, "u1"));
        assertThat(Shares.of(byAnn, ANN)).isPresent();
        assertThat(Shares.of(byAnn, BOB)).isEmpty();
    }

    @Test
    void areOfEventsInWhichTheirIdStands() {
        for (UserId person : List.of(ANN, BOB, MODERATOR)) {
            assertThat(EventSamples.ALL)
                    .filteredOn(event -> share(event, person).isPresent())
                    .allSatisfy(event -> assertThat(new String(
                                    SERIALIZER.serialize(event, byte[].class).getData(), UTF_8))
                            .contains(person.value()));
        }
    }

    @Test
    void nameNoModeratorAndNoneWhoReported() {
        for (Object event : EventSamples.ALL) {
            share(event, BOB).ifPresent(share -> assertThat(json(event, share)).doesNotContain("m1"));
        }
        assertThat(json("CaseActioned", ANN)).doesNotContain("u1").doesNotContain("m1");
        assertThat(json("ReportFiled", ANN)).contains("so rude").doesNotContain("you cheat");
        assertThat(json("PostAdded", BOB)).doesNotContain("Which, @Bob?");
        assertThat(json("PostAdded", ANN)).contains("Which, @Bob?");
        assertThat(json("KidModeEnabled", ANN)).doesNotContain("$2a");
    }

    @Test
    void areReceivedWhereOthersSpeak() {
        assertThat(share("DirectMessageSent", BOB).received()).isTrue();
        assertThat(share("DirectMessageSent", ANN).received()).isFalse();
        assertThat(share("PostAdded", BOB).received()).isTrue();
        assertThat(share("AppealRejected", BOB).received()).isFalse();
    }

    private static Set<String> told(UserId person) {
        return EventSamples.ALL.stream()
                .filter(event -> share(event, person).isPresent())
                .map(event -> event.getClass().getSimpleName())
                .collect(toCollection(TreeSet::new));
    }

    private static Optional<Share> share(Object event, UserId person) {
        return Shares.of(GenericEventMessage.asEventMessage(event), person);
    }

    private static Share share(String type, UserId person) {
        return share(sample(type), person).orElseThrow();
    }

    private static String json(String type, UserId person) {
        return json(sample(type), share(type, person));
    }

    private static String json(Object event, Share share) {
        return Lines.payload(event, share.without(), new ToOneself()).toString();
    }

    private static Object sample(String type) {
        return EventSamples.ALL.stream()
                .filter(event -> event.getClass().getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
