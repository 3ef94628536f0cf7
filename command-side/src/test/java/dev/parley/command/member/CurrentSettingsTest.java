package dev.parley.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MessagePrivacyChosen;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** What people chose, from a log in memory. */
class CurrentSettingsTest {
    private static final UserId ANN = new UserId("ann");
    private static final Settings UNCHANGED = new Settings(false, ChatTab.CHAT, MessagePrivacy.EVERYONE, false);

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final CurrentSettings settings =
            new CurrentSettings(EmbeddedEventStore.builder().storageEngine(log).build());

    @Test
    void areTheUsualOnesOfWhoeverChoseNothing() {
        assertThat(settings.of(ANN)).isEqualTo(UNCHANGED);
        append(0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        assertThat(settings.of(ANN)).isEqualTo(UNCHANGED);
    }

    @Test
    void areWhatTheLogSays() {
        append(0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        append(1, new ZenModeSwitched(ANN, true));
        append(2, new ChatTabChosen(ANN, ChatTab.NOTES));
        append(3, new MessagePrivacyChosen(ANN, MessagePrivacy.FRIENDS));
        append(4, new KidModeEnabled(ANN, "hash"));
        assertThat(settings.of(ANN)).isEqualTo(new Settings(true, ChatTab.NOTES, MessagePrivacy.FRIENDS, true));
    }

    @Test
    void goOnFromASnapshot() {
        var ann = new Member();
        ann.on(new ZenModeSwitched(ANN, true), Instant.EPOCH);
        append(0, new MemberJoined(ANN, new Username("Ann"), Instant.EPOCH));
        log.storeSnapshot(new GenericDomainEventMessage<>("Member", ANN.value(), 0, ann));
        append(1, new ChatTabChosen(ANN, ChatTab.NOTES));
        assertThat(settings.of(ANN)).isEqualTo(new Settings(true, ChatTab.NOTES, MessagePrivacy.EVERYONE, false));
    }

    private void append(long sequence, MemberEvent event) {
        log.appendEvents(new GenericDomainEventMessage<>("Member", ANN.value(), sequence, event));
    }
}
