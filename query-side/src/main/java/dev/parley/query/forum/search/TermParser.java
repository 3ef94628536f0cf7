package dev.parley.query.forum.search;

import dev.parley.kernel.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what somebody typed into the search of the forum: words, {@code "phrases"}, {@code -} before what is to be left
 * out, {@code user:name}, {@code category:slug}, {@code before:} and {@code after:} with a day such as 2026-01-31, in UTC.
 * There is no wrong input: a quote that is not closed reaches to the end, and what is no operator is a word.
 */
final class TermParser {
    static final int MOST = 20;

    private final int[] text;
    private final List<Term> terms = new ArrayList<>();
    private int at;

    private TermParser(String text) {
        this.text = text.codePoints().map(TermParser::plain).toArray();
    }

    /** @throws InvalidValue if there are more than {@value #MOST} terms */
    static List<Term> parse(String text) {
        var parser = new TermParser(text);
        while (parser.skipSpace()) {
            parser.term();
        }
        InvalidValue.unless(parser.terms.size() <= MOST, "q", "at most " + MOST + " words and phrases");
        return List.copyOf(parser.terms);
    }

    private void term() {
        boolean excluded = false;
        while (at < text.length && text[at] == '-') {
            excluded = true;
            at++;
        }
        if (at < text.length && text[at] == '"') {
            phrase(excluded);
        } else {
            word(excluded);
        }
    }

    private void phrase(boolean excluded) {
        String phrase = quoted();
        if (says(phrase)) {
            terms.add(new Term.Phrase(phrase, excluded));
        }
    }

    private void word(boolean excluded) {
        String word = unquoted();
        Optional<Term> operator = operator(word, excluded);
        if (operator.isPresent()) {
            terms.add(operator.get());
        } else if (says(word)) {
            terms.add(new Term.Word(word, excluded));
        }
    }

    /** What follows the colon may be quoted; the quotes are passed over if it makes sense. */
    private Optional<Term> operator(String word, boolean excluded) {
        int colon = word.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = word.substring(0, colon).toLowerCase(Locale.ROOT);
        int here = at;
        boolean quotes = colon == word.length() - 1 && at < text.length && text[at] == '"';
        String value = quotes ? quoted().strip() : word.substring(colon + 1);
        Optional<Term> term = operator(name, value, excluded);
        if (term.isEmpty()) {
            at = here;
        }
        return term;
    }

    private static Optional<Term> operator(String name, String value, boolean excluded) {
        return switch (name) {
            case "user", "author" -> named(value).map(user -> new Term.By(user, excluded));
            case "category" -> given(value).map(slug -> new Term.In(slug.toLowerCase(Locale.ROOT), excluded));
            case "before" -> day(value).map(start -> excluded ? new Term.After(start) : new Term.Before(start));
            case "after" -> day(value).map(start -> excluded ? new Term.Before(start) : new Term.After(start));
            default -> Optional.empty();
        };
    }

    private static Optional<String> named(String value) {
        return given(value.startsWith("@") ? value.substring(1) : value);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(there -> !there.isEmpty());
    }

    private static Optional<Instant> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value))
                    .filter(day -> day.getYear() >= 0 && day.getYear() <= 9_999)
                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private boolean skipSpace() {
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
        return at < text.length;
    }

    private String unquoted() {
        int from = at;
        while (at < text.length && !isSpace(text[at]) && text[at] != '"') {
            at++;
        }
        return new String(text, from, at - from);
    }

    /** What stands between the quote here and the next, or the end. */
    private String quoted() {
        int from = ++at;
        while (at < text.length && text[at] != '"') {
            at++;
        }
        String quoted = new String(text, from, at - from);
        at++;
        return quoted;
    }

    private static boolean says(String text) {
        return text.codePoints().anyMatch(TermParser::isSaid);
    }

    /** Letters and digits of all scripts; the engine passes over other characters anyway. */
    private static boolean isSaid(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Typographic quotes are quotes. */
    private static int plain(int codePoint) {
        return codePoint == '“' || codePoint == '”' || codePoint == '„' ? '"' : codePoint;
    }
}
