package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessages.Stretch;
import dev.parley.query.direct.Head.Mark;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.direct.MissedView.Missed.Read;
import dev.parley.query.direct.MissedView.Missed.Written;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the log that is asked about.
 *
 * @param after position before its first event
 * @param last position of its last event
 * @param names of everybody who wrote there
 */
record Window(long after, long last, Map<UserId, PersonView> names) {
    /** What happened there in one conversation. That somebody wrote tells that they read, so it is not told twice. */
    List<Missed> missed(Stretch stretch) {
        List<DirectMessage> written = stretch.messages().stream()
                .filter(message -> contains(message.position()))
                .toList();
        Set<Long> places = written.stream().map(DirectMessage::position).collect(Collectors.toSet());
        Stream<Missed> messages = written.stream()
                .map(message -> new Written(message.id().conversation(), message.shown(names), message.position()));
        Stream<Missed> marks = stretch.head().marks().entrySet().stream()
                .filter(mark -> contains(mark.getValue().position())
                        && !places.contains(mark.getValue().position()))
                .map(mark -> read(stretch.conversation(), mark.getKey(), mark.getValue()));
        return Stream.concat(messages, marks).toList();
    }

    private boolean contains(long position) {
        return position > after && position <= last;
    }

    private static Missed read(ConversationId conversation, UserId reader, Mark mark) {
        return new Read(conversation, reader, mark.upTo(), mark.at(), mark.position());
    }
}
