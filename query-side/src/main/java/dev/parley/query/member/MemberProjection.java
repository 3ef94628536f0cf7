package dev.parley.query.member;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;

import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.query.Latest;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Keeps a document per person, by user id: username, settings, and since when they have been here. */
@Component
@ProcessingGroup("members")
class MemberProjection {
    static final String COLLECTION = "members";
    static final String USERNAME = "username";
    static final String JOINED_AT = "joined_at";
    static final String ZEN_MODE = "zen_mode";
    static final String CHAT_TAB = "chat_tab";

    private final Writes writes;

    MemberProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(MemberEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        Bson change = switch (event) {
            case MemberJoined joined ->
                combine(
                        min(JOINED_AT, Date.from(at)),
                        Latest.set(USERNAME, sequence, joined.username().value()));
            case MemberRenamed renamed ->
                Latest.set(USERNAME, sequence, renamed.username().value());
            case ZenModeSwitched switched -> Latest.set(ZEN_MODE, sequence, switched.on());
            case ChatTabChosen chosen ->
                Latest.set(CHAT_TAB, sequence, chosen.tab().label());
        };
        writes.add(COLLECTION, event.member().value(), change);
    }

    @ResetHandler
    void reset() {
        writes.drop(COLLECTION);
    }
}
