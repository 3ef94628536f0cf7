package dev.parley.query.room.message;

import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.room.MessageId;
import dev.parley.query.PresentSubject;
import dev.parley.query.PresentSubjects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** How lines in chat rooms are at present: one that was removed keeps its text for moderators. */
@Component
class PresentLines implements PresentSubjects {
    private final Lines lines;

    PresentLines(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CHAT_MESSAGE;
    }

    @Override
    public CompletableFuture<Optional<PresentSubject>> find(String id) {
        MessageId line = MessageId.parse(id);
        return lines.read(line.room(), line.number(), line.number())
                .thenApply(found -> found.lines().stream()
                        .filter(one -> one.id().equals(line))
                        .map(one -> new PresentSubject(
                                one.content(), !one.removedBy().isEmpty()))
                        .findFirst());
    }
}
