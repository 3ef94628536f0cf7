package dev.parley.query.forum.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.PersonView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Known ways to bring script into a page, each alone and within other markup. */
class VectorsTest {
    private static final Set<String> HOSTS = Set.of("i.imgur.com", "lichess.org");

    private final Markup markup = Markup.with(Set.of("i.imgur.com"), Set.of("lichess.org"), Set.of("lichess.org"));

    static List<String> vectors() {
        try (var file = VectorsTest.class.getResourceAsStream("/markup/vectors.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.replace('␤', '\n'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areMany() {
        assertThat(vectors()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areInertWhereverTheyStand(String vector) {
        Stream.of(
                        "%s",
                        "> %s",
                        "- a\n  - %s",
                        "**%s**",
                        "~~%s~~",
                        "# %s",
                        "a <b>%s",
                        "[%s](https://example.org)",
                        "[x](%s)",
                        "[x](<%s>)",
                        "[x](https://example.org \"%s\")",
                        "![%s](https://i.imgur.com/a.png)",
                        "![x](%s)",
                        "[a]: %s\n\n[a] ![a]",
                        "<%s>",
                        "https://example.org/%s",
                        "https://lichess.org/%s",
                        "`%s`",
                        "```%s\n%s",
                        "@%s",
                        "\\%s",
                        "&lt;%s&gt;")
                .map(frame -> frame.replace("%s", vector))
                .forEach(this::requireInert);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areInertOnALineOfTheirOwn(String vector) {
        Stream.of("%s", "a\n\n%s\n\nb", "a\n%s\nb", "<%s>", "https:%s", "https://%s", "- %s\n- %s")
                .map(frame -> frame.replace("%s", vector))
                .forEach(this::requireInert);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areInertInAddressesOfHostsThatAreEmbedded(String vector) {
        Stream.of(
                        "https://i.imgur.com/%s",
                        "https://i.imgur.com/%s.png",
                        "https://i.imgur.com/%s/a.png",
                        "https://i.imgur.com/a.png%s",
                        "https://i.imgur.com/a.png?%s",
                        "https://i.imgur.com/a.png#%s",
                        "https://i.imgur.com%s/a.png",
                        "https://%s@i.imgur.com/a.png",
                        "https://%s.i.imgur.com/a.png",
                        "https://lichess.org/%s",
                        "https://lichess.org/abcdefgh%s",
                        "https://lichess.org/abcdefgh/%s",
                        "https://lichess.org/abcdefgh?%s",
                        "https://lichess.org/abcdefgh#%s",
                        "https://lichess.org/abcdefgh#1%s",
                        "https://lichess.org:%s/abcdefgh",
                        "https://lichess.org/study/%s",
                        "https://lichess.org/study/abcdefgh/%s",
                        "https://lichess.org/study/abcdefgh#%s")
                .map(frame -> frame.replace("%s", vector))
                .flatMap(address -> Stream.of(address, "a\n\n" + address + "\n\nb", "[x](<" + address + ">)"))
                .forEach(this::requireInert);
    }

    /** JSON is all that a name goes into; it must come back from there as it was. */
    @ParameterizedTest
    @MethodSource("vectors")
    void areNothingButTextInTheNameOfAPerson(String vector) {
        var json = JsonMapper.shared().writeValueAsString(new PersonView("ann", vector));
        assertThat(JsonMapper.shared().readTree(json).get("username").stringValue())
                .isEqualTo(vector);
    }

    private void requireInert(String markdown) {
        Rendered rendered = markup.render(markdown);
        HtmlChecks.requireInert(rendered.html());
        assertThat(rendered.embeds())
                .hasSizeLessThanOrEqualTo(Links.MOST_EMBEDS)
                .allSatisfy(embed -> {
                    URI address = uri(embed.url());
                    assertThat(address.getScheme()).isEqualTo("https");
                    assertThat(HOSTS).contains(address.getRawAuthority());
                    assertThat(embed.url()).matches("https://[a-z.]+/[A-Za-z0-9/._%~@+,()-]+(#[0-9]{1,4})?");
                });
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
