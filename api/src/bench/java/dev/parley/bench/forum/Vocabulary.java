package dev.parley.bench.forum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words to look for: people's own, each in at least 10 of the lines. */
final class Vocabulary {
    private static final Pattern WORD = Pattern.compile("(?<![\\w'-])[a-z]{3,14}(?![\\w'-])");
    private static final Pattern PAIR = Pattern.compile("(?<![\\w'-])[a-z]{3,14} [a-z]{3,14}(?![\\w'-])");
    private static final int OFTEN = 10;
    private static final int LONG_WORD = 6;

    private final List<String> lines;
    private final Map<String, Integer> uses = new HashMap<>();

    Vocabulary(List<String> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> WORD.matcher(line).results().forEach(word -> uses.merge(word.group(), 1, Integer::sum)));
    }

    String word(Random random) {
        return word(random, 0);
    }

    /** Two words of one line. */
    String twoWords(Random random) {
        while (true) {
            List<String> words =
                    words(WORD, random).stream().filter(this::often).distinct().toList();
            if (words.size() > 1) {
                int first = random.nextInt(words.size() - 1);
                return words.get(first) + " " + words.get(first + 1 + random.nextInt(words.size() - first - 1));
            }
        }
    }

    /** Two words that follow each other in a line. */
    String phrase(Random random) {
        List<String> pairs = words(PAIR, random);
        while (pairs.isEmpty()) {
            pairs = words(PAIR, random);
        }
        return '"' + pairs.get(random.nextInt(pairs.size())) + '"';
    }

    /** A word of six letters or more, two of which changed places. */
    String typo(Random random) {
        StringBuilder word = new StringBuilder(word(random, LONG_WORD));
        int at = 1 + random.nextInt(word.length() - 2);
        char moved = word.charAt(at);
        word.setCharAt(at, word.charAt(at + 1));
        word.setCharAt(at + 1, moved);
        return word.toString();
    }

    /** A word, and the first three letters of another of its line. */
    String beginning(Random random) {
        String words = twoWords(random);
        return words.substring(0, words.indexOf(' ') + 4);
    }

    private String word(Random random, int letters) {
        while (true) {
            List<String> words = words(WORD, random).stream()
                    .filter(word -> often(word) && word.length() >= letters)
                    .toList();
            if (!words.isEmpty()) {
                return words.get(random.nextInt(words.size()));
            }
        }
    }

    private boolean often(String word) {
        return uses.get(word) >= OFTEN;
    }

    private List<String> words(Pattern pattern, Random random) {
        return pattern.matcher(lines.get(random.nextInt(lines.size())))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
