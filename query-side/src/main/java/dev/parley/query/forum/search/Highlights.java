package dev.parley.query.forum.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Marks in a text what was asked for: the words, their other forms, or where a text has neither, words nearly the same,
 * and phrases. What comes out is HTML whose only element is {@code <mark>}. Elasticsearch could do it, but for words that
 * are nearly the same takes ten times as long as for finding the posts.
 */
final class Highlights {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+(?:['’.][\\p{L}\\p{N}\\p{M}_]+)*");
    private static final String ELLIPSIS = "…";
    private static final int LEAD = 40;

    private final List<Likeness> words = new ArrayList<>();
    private final List<List<String>> phrases = new ArrayList<>();

    Highlights(List<Term> terms) {
        for (Term term : terms) {
            if (term instanceof Term.Word word && !word.excluded()) {
                tokens(word.text()).forEach(token -> words.add(new Likeness(folded(token))));
            } else if (term instanceof Term.Phrase phrase && !phrase.excluded()) {
                phrases.add(
                        tokens(phrase.text()).stream().map(Highlights::folded).toList());
            }
        }
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
        List<MatchResult> written = tokens(text);
        List<String> folded = written.stream().map(Highlights::folded).toList();
        Map<Integer, Integer> marks = new TreeMap<>();
        for (Likeness word : words) {
            if (!mark(word, Likeness::isSame, written, folded, marks)) {
                mark(word, Likeness::isNear, written, folded, marks);
            }
        }
        for (List<String> phrase : phrases) {
            for (int at = 0; at + phrase.size() <= folded.size(); at++) {
                if (folded.subList(at, at + phrase.size()).equals(phrase)) {
                    written.subList(at, at + phrase.size()).forEach(token -> marks.put(token.start(), token.end()));
                }
            }
        }
        return marks;
    }

    private static boolean mark(
            Likeness word,
            BiPredicate<Likeness, String> like,
            List<MatchResult> written,
            List<String> folded,
            Map<Integer, Integer> marks) {
        Map<String, Boolean> known = new HashMap<>();
        boolean any = false;
        for (int at = 0; at < folded.size(); at++) {
            if (known.computeIfAbsent(folded.get(at), token -> like.test(word, token))) {
                marks.put(written.get(at).start(), written.get(at).end());
                any = true;
            }
        }
        return any;
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

    private static List<MatchResult> tokens(String text) {
        return TOKEN.matcher(text).results().toList();
    }

    private static String folded(MatchResult token) {
        return token.group().toLowerCase(Locale.ROOT);
    }
}
