package dev.parley.command.member;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.member.MemberCommand.ChooseChatTab;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MemberEvent.ChatTabChosen;
import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import dev.parley.kernel.member.MemberEvent.ZenModeSwitched;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One person as Parley knows them: how they are called, and what they chose. They are named by {@link MemberNaming}. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Member {
    @AggregateIdentifier
    private UserId id;

    private Username username;
    private boolean zenMode;
    private ChatTab chatTab = ChatTab.CHAT;

    Member() {} // filled from events

    /** Empty until they joined. */
    Optional<Username> username() {
        return Optional.ofNullable(username);
    }

    void join(UserId member, Username called) {
        apply(new MemberJoined(member, called));
    }

    void rename(Username called) {
        apply(new MemberRenamed(id, called));
    }

    @CommandHandler
    void handle(SwitchZenMode command) {
        if (command.on() != zenMode) {
            apply(new ZenModeSwitched(id, command.on()));
        }
    }

    @CommandHandler
    void handle(ChooseChatTab command) {
        if (command.tab() != chatTab) {
            apply(new ChatTabChosen(id, command.tab()));
        }
    }

    @EventSourcingHandler
    void on(MemberJoined event) {
        id = event.member();
        username = event.username();
    }

    @EventSourcingHandler
    void on(MemberRenamed event) {
        username = event.username();
    }

    @EventSourcingHandler
    void on(ZenModeSwitched event) {
        zenMode = event.on();
    }

    @EventSourcingHandler
    void on(ChatTabChosen event) {
        chatTab = event.tab();
    }
}
