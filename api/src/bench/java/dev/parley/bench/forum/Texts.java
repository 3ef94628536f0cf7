package dev.parley.bench.forum;

import dev.parley.kernel.forum.TopicTitle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Posts and titles made of lines that people wrote in a chat. */
final class Texts {
    private static final int MOST_LINES = 3;
    /** Posts begin two lines apart, so that neighbours share at most one. */
    private static final int APART = 2;
    /** Keeps the titles of neighbours away from their posts. */
    private static final int TITLES_APART = 7;
    /** Chars of a title: code points may be fewer. */
    private static final int TITLE_CHARS = TopicTitle.MAX_CODE_POINTS / 2;

    private final List<String> lines;

    Texts(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** One to three lines. */
    String post(int number) {
        return IntStream.rangeClosed(0, number % MOST_LINES)
                .mapToObj(more -> line(number, APART, more))
                .collect(Collectors.joining("\n"));
    }

    /** The first line from the number's place on that has two words, cut to what a title may have. */
    String title(int number) {
        int more = 0;
        while (!line(number, TITLES_APART, more).contains(" ")) {
            more++;
        }
        String line = line(number, TITLES_APART, more);
        return line.codePoints()
                .limit(TITLE_CHARS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The lines of which the first so many posts are made. */
    List<String> of(int posts) {
        return lines.subList(0, Math.min(lines.size(), APART * posts));
    }

    private String line(int number, int apart, int more) {
        return lines.get((int) Math.floorMod((long) number * apart + more, (long) lines.size()))
                .strip();
    }
}
