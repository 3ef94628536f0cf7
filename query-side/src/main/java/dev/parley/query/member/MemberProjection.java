package dev.parley.query.member;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;

import dev.parley.kernel.member.MemberEvent;
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
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.conversions.Bson;

/** Keeps a document per person, by user id: username, settings, kid mode, and since when they have been here. */
@Projection(name = "members", collections = MemberDocument.COLLECTION)
class MemberProjection {
    private final Writes writes;

    MemberProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(MemberEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        switch (event) {
            case MemberJoined joined ->
                set(
                        joined,
                        combine(
                                min(MemberDocument.JOINED_AT, Date.from(at)),
                                Latest.set(
                                        MemberDocument.USERNAME,
                                        sequence,
                                        joined.username().value())));
            case MemberRenamed renamed ->
                set(
                        renamed,
                        MemberDocument.USERNAME,
                        sequence,
                        renamed.username().value());
            case UsernameLost lost -> set(lost, MemberDocument.USERNAME, sequence, lost.placeholder());
            case MemberErased erased -> set(erased, MemberDocument.USERNAME, sequence, erased.placeholder());
            case ErasureRequested other -> {}
            case ModeratingRoleChanged changed -> {}
            case ZenModeSwitched switched -> set(switched, MemberDocument.ZEN_MODE, sequence, switched.on());
            case ChatTabChosen chosen ->
                set(chosen, MemberDocument.CHAT_TAB, sequence, chosen.tab().label());
            case MessagePrivacyChosen chosen ->
                set(
                        chosen,
                        MemberDocument.MESSAGE_PRIVACY,
                        sequence,
                        chosen.privacy().label());
            case KidModeEnabled enabled -> set(enabled, MemberDocument.KID_MODE, sequence, true);
            case KidModeDisabled disabled -> set(disabled, MemberDocument.KID_MODE, sequence, false);
            case ClassJoined joined ->
                set(joined, MemberDocument.managed(joined.classId()), sequence, joined.managed());
            case ClassLeft left -> set(left, MemberDocument.managed(left.classId()), sequence, false);
            case TeachingBegun other -> {}
            case TeachingEnded other -> {}
            case MemberWarned other -> {}
            case SanctionImposed other -> {}
            case SanctionEnded other -> {}
            case SanctionLifted other -> {}
        }
    }

    private void set(MemberEvent event, String field, long sequence, Object value) {
        set(event, Latest.set(field, sequence, value));
    }

    private void set(MemberEvent event, Bson change) {
        writes.add(MemberDocument.COLLECTION, event.member().value(), change);
    }
}
