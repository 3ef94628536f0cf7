package dev.parley.query.room.participation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.Latest;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Where a page of a person's rooms begins: after the participation that began then, and has this id. */
record ParticipationCursor(Date since, String id) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})~(.{1,300})");

    static ParticipationCursor of(Document participation) {
        Date since = Latest.read(participation, ParticipationDocument.SINCE, Date.class)
                .orElseThrow();
        return new ParticipationCursor(since, participation.getString("_id"));
    }

    /** @throws InvalidValue if the text is no cursor */
    static ParticipationCursor parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), "cursor", "the next of a page");
        return new ParticipationCursor(new Date(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    Bson after() {
        return or(
                lt(ParticipationDocument.SINCE_INSTANT, since),
                and(eq(ParticipationDocument.SINCE_INSTANT, since), lt("_id", id)));
    }

    @Override
    public String toString() {
        return since.getTime() + "~" + id;
    }
}
