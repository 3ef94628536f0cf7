package dev.parley.query.forum.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.TopicTitle;
import dev.parley.kernel.member.Username;
import dev.parley.query.forum.search.SuggestionView;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Known ways to bring script into a page, as titles of topics and as names of people: both are text, and never HTML. */
class VectorsAsNamesTest {
    private static final String VECTORS = "dev.parley.query.forum.markup.VectorsTest#vectors";

    @ParameterizedTest
    @MethodSource(VECTORS)
    void leaveNothingButLettersDigitsAndHyphensInASlug(String vector) {
        assertThat(TopicTitle.slug(vector)).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    void areRefusedAsTitlesOrComeBackFromJsonAsTheyWere(String vector) {
        title(vector).ifPresent(title -> {
            var shown = new SuggestionView("topic~1", title.value(), TopicTitle.slug(title.value()), "general");
            String json = JsonMapper.shared().writeValueAsString(shown);
            assertThat(JsonMapper.shared().readTree(json).path("title").asString())
                    .isEqualTo(title.value());
        });
    }

    /** Even a page that forgot to escape a name gets no element from it, and within double quotes no attribute. */
    @ParameterizedTest
    @MethodSource(VECTORS)
    void areRefusedAsUsernamesOrStayWithinTheElementOrAttributeAround(String vector) {
        username(vector).ifPresent(name -> {
            assertThat(name.value()).matches("[!-~]{1,64}").doesNotContain("<", ">", "\"");
            Element page = Jsoup.parseBodyFragment("<b title=\"" + name + "\">" + name + "</b>")
                    .body();
            assertThat(page.select("*")).hasSize(2);
            assertThat(page.firstElementChild().attributes()).hasSize(1);
            assertThat(page.childNodeSize()).isEqualTo(1);
        });
    }

    private static Optional<TopicTitle> title(String text) {
        try {
            return Optional.of(new TopicTitle(text));
        } catch (InvalidValue refused) {
            assertThat(refused.field()).isEqualTo("title");
            return Optional.empty();
        }
    }

    private static Optional<Username> username(String text) {
        try {
            return Optional.of(Username.offered(text));
        } catch (InvalidValue refused) {
            assertThat(refused.field()).isEqualTo("username");
            return Optional.empty();
        }
    }
}
