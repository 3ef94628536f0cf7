package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Somebody who listens to a room through one connection.
 *
 * @param moderator whether removed and hidden text is shown
 * @param after the last event that the client has; empty for what happens from now on
 * @param loop runs deliveries one after the other: the connection's event loop, shared by many connections
 */
public record Listener(PersonView person, boolean moderator, OptionalLong after, Executor loop) {
    Listener atMost(long head) {
        return new Listener(person, moderator, OptionalLong.of(Math.min(after.orElse(head), head)), loop);
    }

    UserId id() {
        return new UserId(person.id());
    }
}
