package dev.parley.query.forum.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Digest;
import dev.parley.query.forum.markup.Markup;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Markup MARKUP =
            Markup.with(Set.of("i.imgur.com"), Set.of("lichess.org"), Set.of("lichess.org"));

    private final Text text = text("https://i.imgur.com/a.png and https://lichess.org/abcdefgh");

    @Test
    void isReadAsItWasStored() {
        assertThat(text.embeds()).hasSize(2);
        assertThat(Text.of(text.document(ANN))).isEqualTo(text);
    }

    @Test
    void thatEmbedsNothingIsReadAsItWasStored() {
        Text plain = text("hello");
        assertThat(Text.of(plain.document(ANN))).isEqualTo(plain);
    }

    /** A replay finds the text empty, and what was stored before has lost all that was sealed. */
    @Test
    void ofSomebodyErasedIsWhatAReplayStores() {
        Document stored = text.document(ANN);
        stored.replaceAll(
                (field, value) -> value instanceof PersonalText ? new PersonalText(ANN, PersonalText.ERASED) : value);
        Document replayed = text(PersonalText.ERASED).document(ANN);
        assertThat(Digest.of(stored)).isEqualTo(Digest.of(replayed));
        assertThat(Text.of(stored)).isEqualTo(Text.of(replayed));
    }

    private static Text text(String content) {
        return Text.rendered(MARKUP, content, List.of(), NOON);
    }
}
