package dev.parley.command.member;

import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.PersonalKeys;
import dev.parley.command.member.MemberCommand.ConfirmErasure;
import dev.parley.command.node.OnRole;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.node.NodeRole;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/**
 * Destroys the key of whoever is to be erased, and then has the log say so. The event comes again until both are done:
 * doing either twice changes nothing.
 */
@Component
@OnRole(NodeRole.COMMAND)
@ProcessingGroup(WhenErasureIsRequestedThenDestroyTheKey.GROUP)
class WhenErasureIsRequestedThenDestroyTheKey {
    static final String GROUP = "key-destruction";

    private final PersonalKeys keys;
    private final Commands commands;

    WhenErasureIsRequestedThenDestroyTheKey(PersonalKeys keys, Commands commands) {
        this.keys = keys;
        this.commands = commands;
    }

    @EventHandler
    void on(
            ErasureRequested event,
            @MetaDataValue(Envelope.CORRELATION) String correlation,
            @MessageIdentifier String eventId) {
        keys.destroy(event.member());
        String key = "erased-" + eventId;
        commands.send(new ConfirmErasure(event.member()), new Origin(correlation, eventId, key, key))
                .join();
    }
}
