package dev.parley.query.forum.post;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.query.forum.markup.Embed;
import dev.parley.query.forum.markup.Markup;
import dev.parley.query.forum.markup.Rendered;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** What a post says from some moment on, with what it looks like, so that nothing is rendered when it is read. */
record Text(String content, String html, List<Embed> embeds, List<UserId> mentions, Instant at) {
    private static final int ASCII = 0x80;
    private static final int LATIN = 0x800;

    private static final Text NONE = new Text("", "", List.of(), List.of(), Instant.EPOCH);

    static Text rendered(Markup markup, String content, List<UserId> mentions, Instant at) {
        Rendered rendered = markup.render(content);
        return new Text(content, rendered.html(), rendered.embeds(), mentions, at);
    }

    /** About as many bytes as it takes in JSON in UTF-8. */
    long jsonBytes() {
        return bytes(content)
                + bytes(html)
                + embeds.stream().mapToLong(embed -> bytes(embed.url())).sum();
    }

    private static long bytes(String text) {
        return text.chars().mapToLong(Text::bytes).sum();
    }

    /** A character outside the basic plane is two of these, of 2 bytes each. */
    private static long bytes(int character) {
        if (character == '"' || character == '\\' || character < ' ') {
            return 2;
        }
        if (character < ASCII) {
            return 1;
        }
        return character < LATIN || Character.isSurrogate((char) character) ? 2 : 3;
    }

    /** @param author whose text it is */
    Document document(UserId author) {
        return new Document(PostDocument.CONTENT, new PersonalText(author, content))
                .append(PostDocument.HTML, new PersonalText(author, html))
                .append(PostDocument.EMBEDDED, new PersonalText(author, lines(embeds)))
                .append(
                        PostDocument.MENTIONS,
                        mentions.stream().map(UserId::value).toList())
                .append(PostDocument.AT, Date.from(at));
    }

    /** @param stored empty for a text that is gone */
    static Text of(Document stored) {
        return stored.isEmpty()
                ? NONE
                : new Text(
                        stored.get(PostDocument.CONTENT, PersonalText.class).text(),
                        stored.get(PostDocument.HTML, PersonalText.class).text(),
                        embeds(stored),
                        stored.getList(PostDocument.MENTIONS, String.class).stream()
                                .map(UserId::new)
                                .toList(),
                        stored.getDate(PostDocument.AT).toInstant());
    }

    private static String lines(List<Embed> embeds) {
        return embeds.stream().map(embed -> embed.kind() + " " + embed.url()).collect(Collectors.joining("\n"));
    }

    /** None in what was stored before they were: a rebuild brings them. */
    private static List<Embed> embeds(Document stored) {
        return Optional.ofNullable(stored.get(PostDocument.EMBEDDED, PersonalText.class)).stream()
                .flatMap(embedded -> embedded.text().lines())
                .map(Text::embed)
                .toList();
    }

    private static Embed embed(String line) {
        int space = line.indexOf(' ');
        return new Embed(Embed.Kind.valueOf(line.substring(0, space)), line.substring(space + 1));
    }
}
