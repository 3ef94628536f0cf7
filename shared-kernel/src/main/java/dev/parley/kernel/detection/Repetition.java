package dev.parley.kernel.detection;

import java.util.List;

/** Finds what is said over and over: letters, groups of up to 4 of them, words, phrases of up to 12 words. */
final class Repetition {
    private static final int MAX_GROUP = 4;
    private static final int MIN_LETTERS = 20;
    private static final int MIN_LETTERS_IN_GROUPS = 40;
    private static final int MAX_PHRASE = 12;
    private static final int MIN_WORDS_IN_A_ROW = 8;
    private static final int MIN_PHRASES = 5;
    private static final int MIN_WORD = 3;

    private Repetition() {}

    /** Adds at most one finding of letters and one of words, each the first. */
    static void look(String text, List<Word> words, List<Finding> found) {
        for (int group = 1; group <= MAX_GROUP && text.length() >= MIN_LETTERS; group++) {
            if (ofLetters(text, group, found)) {
                break;
            }
        }
        for (int phrase = 1; phrase <= MAX_PHRASE && words.size() >= least(phrase); phrase++) {
            if (ofWords(words, phrase, found)) {
                break;
            }
        }
    }

    private static boolean ofLetters(String text, int group, List<Finding> found) {
        int least = group == 1 ? MIN_LETTERS : MIN_LETTERS_IN_GROUPS;
        int same = 0;
        for (int i = group; i < text.length(); i++) {
            boolean again = text.charAt(i) == text.charAt(i - group) && isSaid(text.charAt(i));
            if (!again && same + group >= least) {
                add(i - same - group, i, "character", found);
                return true;
            }
            same = again ? same + 1 : 0;
        }
        if (same + group >= least) {
            add(text.length() - same - group, text.length(), "character", found);
            return true;
        }
        return false;
    }

    /** Lines that are drawn, dots and numbers do not speak. */
    private static boolean isSaid(char c) {
        return Character.isLetter(c) || c == '!' || c == '?' || Character.isSurrogate(c);
    }

    private static boolean ofWords(List<Word> words, int phrase, List<Finding> found) {
        int same = 0;
        for (int i = phrase; i < words.size(); i++) {
            boolean again = words.get(i).plain().equals(words.get(i - phrase).plain());
            same = again ? same + 1 : 0;
            if (same + phrase >= least(phrase) && speaks(words.subList(i - phrase + 1, i + 1))) {
                int first = words.get(i - same - phrase + 1).start();
                add(first, words.get(i).end(), phrase == 1 ? "word" : "phrase", found);
                return true;
            }
        }
        return false;
    }

    /** Words until a phrase of so many is said too often. */
    private static int least(int phrase) {
        return phrase == 1 ? MIN_WORDS_IN_A_ROW : MIN_PHRASES * phrase;
    }

    /** Columns of numbers do not, nor does what is shorter than a word: ha ha, no no, 00:0a:ff. */
    private static boolean speaks(List<Word> phrase) {
        return phrase.stream()
                .map(Word::plain)
                .anyMatch(word -> word.length() >= MIN_WORD && word.chars().allMatch(Character::isLetter));
    }

    private static void add(int start, int end, String rule, List<Finding> found) {
        found.add(new Finding(Category.REPETITION, 1, start, end, Category.REPETITION.label() + "/" + rule));
    }
}
