package dev.parley.query.forum.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * A word of a text: letters, digits, marks and underscores, with single apostrophes and dots between them.
 *
 * @param folded in lower case; empty where nobody wants to know
 */
record Token(int start, int end, String folded) {
    private static final int WORD_TYPES = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;

    /** All of a text. */
    static List<Token> of(String text) {
        return of(text, first -> true);
    }

    /** All of a text, those folded that may be wanted: of a long text they are few. */
    static List<Token> of(String text, IntPredicate wantedIfItBeginsWith) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                boolean wanted = wantedIfItBeginsWith.test(Character.toLowerCase(text.codePointAt(at)));
                tokens.add(new Token(at, end, wanted ? text.substring(at, end).toLowerCase(Locale.ROOT) : ""));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return tokens;
    }

    /** Where a token that begins here would end: here, if none begins. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (isOfWord(point)) {
                at += Character.charCount(point);
            } else if (at > start && joins(point) && at + 1 < text.length() && isOfWord(text.codePointAt(at + 1))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isOfWord(int point) {
        return point >= 'a' && point <= 'z' || point == '_' || (WORD_TYPES >> Character.getType(point) & 1) != 0;
    }

    private static boolean joins(int point) {
        return point == '\'' || point == '’' || point == '.';
    }
}
