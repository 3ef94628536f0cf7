package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTest {
    private static final int LONG = 1_000;

    @Test
    void becomeTheOnlyTags() {
        assertThat(Marks.html("a \uE000<b>\uE001 & \"c\" 'd'", LONG))
                .isEqualTo("a <mark>&lt;b&gt;</mark> &amp; &quot;c&quot; &#39;d&#39;");
    }

    @Test
    void areAlwaysClosedAndNeverNested() {
        assertThat(Marks.html("\uE001a\uE000\uE000b", LONG)).isEqualTo("a<mark>b</mark>");
    }

    @Test
    void doNotCountWhenATextIsCut() {
        assertThat(Marks.html("\uE000ab\uE001cd", 4)).isEqualTo("<mark>ab</mark>cd");
        assertThat(Marks.html("\uE000ab\uE001cd\uE000e\uE001", 4)).isEqualTo("<mark>ab</mark>cd…");
        assertThat(Marks.html("a\uE000\uD83D\uDE00b\uE001", 2)).isEqualTo("a<mark>\uD83D\uDE00</mark>…");
    }

    @Test
    void areTakenFromWhatIsIndexed() {
        assertThat(Marks.without("a\uE000b\uE001c")).isEqualTo("abc");
    }
}
