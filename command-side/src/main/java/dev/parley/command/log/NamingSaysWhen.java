package dev.parley.command.log;

import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Events that name somebody did not say when the token was made: any token is newer than those. */
final class NamingSaysWhen extends FirstShape {
    NamingSaysWhen() {
        super(MemberJoined.class, MemberRenamed.class);
    }

    @Override
    void complete(ObjectNode event) {
        event.put("issuedAt", Instant.EPOCH.toString());
    }
}
