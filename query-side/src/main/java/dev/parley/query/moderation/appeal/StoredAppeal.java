package dev.parley.query.moderation.appeal;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.query.Latest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** An appeal as it is stored. */
record StoredAppeal(
        AppealId id,
        long position,
        UserId member,
        UserId actedBy,
        String text,
        Instant at,
        AppealStatus status,
        Optional<Answer> answer) {
    /** What a moderator said to it. */
    record Answer(UserId moderator, String reason, Instant at) {}

    static StoredAppeal of(Document stored) {
        return new StoredAppeal(
                AppealId.parse(stored.getString("_id")),
                stored.getLong(AppealDocument.POSITION),
                new UserId(stored.getString(AppealDocument.MEMBER)),
                new UserId(stored.getString(AppealDocument.ACTED_BY)),
                stored.get(AppealDocument.TEXT, PersonalText.class).text(),
                stored.getDate(AppealDocument.AT).toInstant(),
                AppealStatus.of(
                        Latest.read(stored, AppealDocument.STATUS, String.class).orElseThrow()),
                Optional.ofNullable(stored.get(AppealDocument.ANSWER, Document.class))
                        .map(answer -> new Answer(
                                new UserId(answer.getString(AppealDocument.MODERATOR)),
                                answer.getString(AppealDocument.REASON),
                                answer.getDate(AppealDocument.AT).toInstant())));
    }

    /** Everybody who is named in it. */
    Stream<UserId> people() {
        return Stream.concat(Stream.of(member, actedBy), answer.stream().map(Answer::moderator));
    }
}
