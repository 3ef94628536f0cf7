package dev.parley.query.forum.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Marks in a text what was asked for: the words, their other forms, or where a text has neither, words nearly the same,
 * and phrases. What comes out is HTML whose only element is {@code <mark>}. Elasticsearch could do it, but for words that
 * are nearly the same takes ten times as long as for finding the posts.
 */
final class Highlights {
    private static final String ELLIPSIS = "…";
    private static final int LEAD = 40;

    private final List<Likeness> words = new ArrayList<>();
    private final List<List<String>> phrases = new ArrayList<>();
    /** The first characters of all that is looked for. */
    private final String firsts;

    Highlights(List<Term> terms) {
        var begin = new StringBuilder();
        for (Term term : terms) {
            if (term instanceof Term.Word word && !word.excluded()) {
                folded(word.text(), begin).forEach(token -> words.add(new Likeness(token)));
            } else if (term instanceof Term.Phrase phrase && !phrase.excluded()) {
                phrases.add(folded(phrase.text(), begin));
            }
        }
        firsts = begin.toString();
    }

    private static List<String> folded(String asked, StringBuilder firsts) {
        List<String> tokens = Token.of(asked).stream().map(Token::folded).toList();
        tokens.forEach(token -> firsts.appendCodePoint(token.codePointAt(0)));
        return tokens;
    }

    /** All of a text. */
    String all(String text) {
        return html(text, 0, text.length(), marks(text));
    }

    /**
     * The part of a text in which the most is marked, with line breaks as they are.
     *
     * @param most characters of the part, without the dots where it is cut
     */
    String part(String text, int most) {
        Map<Integer, Integer> marks = marks(text);
        if (text.length() <= most) {
            return html(text, 0, text.length(), marks);
        }
        int from = begin(text, marks, most);
        int to = Math.min(text.length(), from + most);
        to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        return (from > 0 ? ELLIPSIS : "") + html(text, from, to, marks) + (to < text.length() ? ELLIPSIS : "");
    }

    /** A little before the mark that most others follow closely. */
    private static int begin(String text, Map<Integer, Integer> marks, int most) {
        List<Integer> starts = List.copyOf(marks.keySet());
        List<Integer> ends = List.copyOf(marks.values());
        int begin = 0;
        int best = 0;
        int first = 0;
        int after = 0;
        for (int start : starts) {
            int from = Math.max(0, start - LEAD);
            while (starts.get(first) < from) {
                first++;
            }
            while (after < ends.size() && ends.get(after) <= from + most) {
                after++;
            }
            if (after - first > best) {
                best = after - first;
                begin = from;
            }
        }
        while (begin > 0 && begin < text.length() && Character.isLetterOrDigit(text.codePointBefore(begin))) {
            begin--;
        }
        return begin > 0 && Character.isLowSurrogate(text.charAt(begin)) ? begin - 1 : begin;
    }

    /** Where marks begin and end, in order, none within another. */
    private Map<Integer, Integer> marks(String text) {
        List<Token> written = Token.of(text, first -> firsts.indexOf(first) >= 0);
        Map<Integer, Integer> marks = new TreeMap<>();
        for (Likeness word : words) {
            if (!mark(word::isSame, written, marks)) {
                mark(word::isNear, written, marks);
            }
        }
        for (List<String> phrase : phrases) {
            mark(phrase, written, marks);
        }
        return marks;
    }

    private static boolean mark(Predicate<String> wanted, List<Token> written, Map<Integer, Integer> marks) {
        boolean any = false;
        for (Token token : written) {
            if (wanted.test(token.folded())) {
                marks.put(token.start(), token.end());
                any = true;
            }
        }
        return any;
    }

    private static void mark(List<String> phrase, List<Token> written, Map<Integer, Integer> marks) {
        for (int at = 0; at + phrase.size() <= written.size(); at++) {
            List<Token> there = written.subList(at, at + phrase.size());
            if (isSaid(phrase, there)) {
                there.forEach(token -> marks.put(token.start(), token.end()));
            }
        }
    }

    private static boolean isSaid(List<String> phrase, List<Token> there) {
        for (int at = 0; at < phrase.size(); at++) {
            if (!phrase.get(at).equals(there.get(at).folded())) {
                return false;
            }
        }
        return true;
    }

    private static String html(String text, int from, int to, Map<Integer, Integer> marks) {
        var html = new StringBuilder();
        int at = from;
        for (Map.Entry<Integer, Integer> mark : marks.entrySet()) {
            if (mark.getKey() >= at && mark.getValue() <= to) {
                escape(html, text, at, mark.getKey());
                html.append("<mark>");
                escape(html, text, mark.getKey(), mark.getValue());
                html.append("</mark>");
                at = mark.getValue();
            }
        }
        escape(html, text, at, to);
        return html.toString();
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (text.charAt(at)) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(text.charAt(at));
            }
        }
    }
}
