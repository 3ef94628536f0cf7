package dev.parley.query.forum.search;

import static dev.parley.query.forum.search.ForumLog.FEEDBACK;
import static dev.parley.query.forum.search.ForumLog.GENERAL;
import static dev.parley.query.forum.search.ForumUnderTest.posts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.query.ReadRefused;
import dev.parley.query.Streams;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.forum.search.ForumSearchView.CategoryCount;
import dev.parley.query.forum.search.ForumSearchView.Total;
import dev.parley.query.forum.search.ForumUnderTest.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the embedded Elasticsearch, as the server runs it. */
@ExtendWith(ElasticsearchForTests.class)
class ForumSearchTest {
    private ForumUnderTest forum;

    @BeforeEach
    void begin() {
        forum = new ForumUnderTest();
    }

    @AfterEach
    void close() {
        forum.close();
    }

    private void chess() {
        forum.know("ann", "bob", "cid");
        forum.log
                .start(1, "ann", "The Sicilian defence", "Black answers with the c pawn.")
                .reply(1, "bob", "I prefer the French, it is solid.")
                .reply(1, "cid", "The dragon variation wins games quickly.")
                .start(2, FEEDBACK, "bob", "Board colours are too dark", "Please make the squares brighter.")
                .reply(2, "ann", "The brown squares look fine, the dragon theme does not.")
                .start(3, "cid", "Endgame studies", "A quick win with rook and pawn: the dragon of endings.");
        forum.project();
    }

    @Test
    void findsPostsThatSayAllWords() {
        chess();
        assertThat(forum.posts("squares")).containsExactlyInAnyOrder("2/1");
        assertThat(forum.posts("brown squares")).containsExactly("2/2");
        assertThat(forum.posts("brown rook")).isEmpty();
        assertThat(forum.posts("SICILIAN")).containsExactly("1/1");
    }

    @Test
    void takesWordsOfTheTitleForSaidInAPostThatSaysTheRest() {
        chess();
        assertThat(forum.posts("sicilian french")).containsExactly("1/2");
        assertThat(posts(forum.answer(new Search().q("sicilian").byDate()))).containsExactly("1/1");
    }

    @Test
    void forgivesTypos() {
        chess();
        assertThat(forum.posts("sicillian")).containsExactly("1/1");
        assertThat(forum.posts("vairation")).containsExactly("1/3");
        assertThat(forum.posts("bown")).containsExactly("2/2");
        assertThat(forum.posts("xicilian")).isEmpty();
    }

    @Test
    void findsOtherFormsOfAWord() {
        chess();
        assertThat(forum.posts("answering")).containsExactly("1/1");
        assertThat(forum.posts("defences sicilian")).containsExactly("1/1");
        assertThat(forum.posts("squa")).isEmpty();
    }

    @Test
    void takesAsManyWordsAsFit() {
        chess();
        assertThat(forum.posts("black ".repeat(20))).containsExactly("1/1");
        assertThat(forum.posts("abc-abd-abe-".repeat(16))).isEmpty();
    }

    @Test
    void findsPhrasesInTheirOrder() {
        chess();
        assertThat(forum.posts("\"dragon variation\"")).containsExactly("1/3");
        assertThat(forum.posts("\"variation dragon\"")).isEmpty();
        assertThat(forum.posts("\"sicilian defence\"")).hasSize(1);
    }

    @Test
    void takesAPhraseOfTheTitleForSaidInTheFirstPostAndInThoseThatSayAnythingElse() {
        chess();
        assertThat(posts(forum.answer(new Search().q("\"sicilian defence\"").byDate())))
                .containsExactly("1/1");
        assertThat(posts(forum.answer(
                        new Search().q("\"sicilian defence\" french").byDate())))
                .containsExactly("1/2");
        assertThat(posts(forum.answer(new Search()
                        .q("\"sicilian defence\" \"dragon variation\"")
                        .byDate())))
                .containsExactly("1/3");
        assertThat(posts(forum.answer(
                        new Search().q("\"sicilian defence\" user:bob").byDate())))
                .isEmpty();
    }

    @Test
    void findsNothingByWhatNoPostCanSay() {
        chess();
        assertThat(forum.posts("\uD83D\uDD25")).isEmpty();
        assertThat(forum.posts("-\uD83D\uDD25 !? \"...\"")).isEmpty();
        assertThat(forum.posts("\uD83D\uDD25 french")).containsExactly("1/2");
        assertThat(forum.posts("  ")).hasSize(3);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        chess();
        assertThat(forum.posts("dragon")).containsExactlyInAnyOrder("1/3", "2/2", "3/1");
        assertThat(forum.posts("dragon -theme")).containsExactlyInAnyOrder("1/3", "3/1");
        assertThat(forum.posts("dragon -\"wins games\" -sicilian")).containsExactlyInAnyOrder("2/2", "3/1");
        assertThat(forum.posts("dragon -user:cid")).containsExactly("2/2");
        assertThat(forum.posts("dragon -user:nobody")).hasSize(3);
        assertThat(forum.posts("dragon -category:feedback")).containsExactlyInAnyOrder("1/3", "3/1");
    }

    @Test
    void findsPostsOfPeople() {
        chess();
        assertThat(forum.posts("user:Bob")).containsExactlyInAnyOrder("1/2", "2/1");
        assertThat(forum.posts("dragon user:cid")).containsExactlyInAnyOrder("1/3", "3/1");
        assertThat(forum.posts("dragon user:ann user:cid")).hasSize(3);
        assertThat(forum.posts("dragon user:nobody")).isEmpty();
        assertThat(forum.posts("dragon user:ann~x")).isEmpty();
        assertThat(posts(forum.answer(new Search().q("dragon").author("ann")))).containsExactly("2/2");
    }

    @Test
    void narrowsByCategoryAndTime() {
        chess();
        assertThat(forum.posts("dragon category:feedback")).containsExactly("2/2");
        assertThat(forum.posts("dragon category:nowhere!")).isEmpty();
        assertThat(posts(forum.answer(new Search().q("dragon").category(GENERAL))))
                .hasSize(2);
        var third = Streams.START.plusSeconds(3);
        assertThat(posts(forum.answer(new Search().q("dragon").before(third)))).isEmpty();
        assertThat(posts(forum.answer(new Search().q("dragon").before(third.plusMillis(1)))))
                .containsExactly("1/3");
        assertThat(posts(forum.answer(new Search().q("dragon").after(third)))).hasSize(3);
        assertThat(forum.posts("dragon after:2026-03-02")).isEmpty();
        assertThat(forum.posts("dragon before:2026-03-02 after:2026-03-01")).hasSize(3);
    }

    @Test
    void countsWhatMatches() {
        chess();
        ForumSearchView view = forum.find("dragon");
        assertThat(view.total()).isEqualTo(new Total(3, true));
        assertThat(view.facets().categories())
                .containsExactly(new CategoryCount("general", 2), new CategoryCount("feedback", 1));
        assertThat(view.facets().authors())
                .extracting(count -> count.author().username() + count.count())
                .containsExactly("cid2", "ann1");
        assertThat(view.next()).isNull();
    }

    @Test
    void leavesOutThoseWhomOneBlocks() {
        chess();
        assertThat(posts(forum.answer(new Search().q("dragon").without("cid")))).containsExactly("2/2");
        assertThat(posts(forum.answer(new Search().q("dragon").without("bob"))))
                .containsExactlyInAnyOrder("1/3", "3/1");
        assertThat(forum.answer(new Search().q("dragon").without("bob"))
                        .facets()
                        .categories())
                .containsExactly(new CategoryCount("general", 2));
        assertThat(forum.suggest("endgame", new UserId("cid"))).isEmpty();
    }

    @Test
    void marksWhatWasFoundAndEscapesTheRest() {
        forum.log.start(
                1,
                "ann",
                "<script>alert('pinned')</script> bishop",
                "\uE000<img src=x onerror=alert(1)>\uE001 the bishop & <b>\"pinned\"</b> " + "word ".repeat(500));
        forum.project();
        var item = forum.find("bishop pinned").items().getFirst();
        assertThat(item.titleHtml())
                .isEqualTo("&lt;script&gt;alert(&#39;<mark>pinned</mark>&#39;)&lt;/script&gt; <mark>bishop</mark>");
        assertThat(item.snippetHtml())
                .startsWith(
                        "\uE000&lt;img src=x onerror=alert(1)&gt;\uE001 the <mark>bishop</mark> &amp; &lt;b&gt;&quot;<mark>pinned")
                .doesNotContain("<b", "<i");
        assertThat(item.snippetHtml().length()).isLessThan(400);
        assertThat(item.topic().slug()).isEqualTo("script-alert-pinned-script-bishop");
    }

    @Test
    void showsTheBeginningOfAPostWhereOnlyItsTitleMatches() {
        chess();
        var item = forum.find("sicilian").items().getFirst();
        assertThat(item.snippetHtml()).isEqualTo("Black answers with the c pawn.");
        assertThat(item.titleHtml()).isEqualTo("The <mark>Sicilian</mark> defence");
        assertThat(item.post().id()).isEqualTo(forum.log.post(1, 1).toString());
        assertThat(item.createdAt()).isEqualTo(Streams.START.plusSeconds(1));
        assertThat(item.author().username()).isEqualTo("ann");
    }

    @Test
    void suggestsTitlesAsTheyAreTyped() {
        chess();
        assertThat(forum.suggest("sic")).containsExactly("The Sicilian defence");
        assertThat(forum.suggest("the sicilian def")).containsExactly("The Sicilian defence");
        assertThat(forum.suggest("dark bo")).containsExactly("Board colours are too dark");
        assertThat(forum.suggest("dragon")).isEmpty();
        assertThat(forum.suggest("")).isEmpty();
        assertThat(forum.suggest("...")).isEmpty();
    }

    @Test
    void refusesKidsButNotTheirModerators() {
        chess();
        assertThatThrownBy(() -> forum.answer(new Search().q("dragon").viewer(ForumUnderTest.KID, Role.USER)))
                .hasCauseInstanceOf(ReadRefused.class);
        assertThat(posts(forum.answer(new Search().q("dragon").viewer(ForumUnderTest.KID, Role.MODERATOR))))
                .hasSize(3);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        assertThat(forum.posts("x".repeat(200))).isEmpty();
        assertThatThrownBy(() -> forum.posts("x".repeat(201))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> forum.answer(new Search().page("garbled", 5))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> forum.answer(new Search().page("", 101))).isInstanceOf(InvalidValue.class);
    }
}
