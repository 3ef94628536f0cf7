package dev.parley.kernel.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells at whom a word is directed, in one language, by the words before it: "you are such a …", "I am a …". */
final class Address {
    enum Aim {
        PERSON,
        /** The speaker, or nobody, as it is denied: it does not count. */
        SPARED,
        UNKNOWN
    }

    private static final int MAX_BETWEEN = 6;
    private static final int MAX_WORDS = 3;
    private static final char PERSON = '>';
    private static final char SPARED = '-';

    private final Map<String, Character> signs = new HashMap<>();

    /** @param lines {@code > you}, {@code - i am} or, for what may stand between, {@code ~ such a} */
    Address(List<String> lines) {
        for (String line : lines) {
            signs.put(plain(Words.of(line.substring(1))), line.charAt(0));
        }
    }

    /** At whom the word at this index is directed. */
    Aim at(List<Word> words, int index) {
        int before = index;
        for (int steps = 0; steps < MAX_BETWEEN && before > 0; steps++) {
            int length = knownBefore(words, before);
            if (length == 0) {
                return Aim.UNKNOWN;
            }
            char sign = signs.get(plain(words.subList(before - length, before)));
            if (sign == PERSON) {
                return isSpared(words, before - length) ? Aim.SPARED : Aim.PERSON;
            }
            if (sign == SPARED) {
                return Aim.SPARED;
            }
            before -= length;
        }
        return Aim.UNKNOWN;
    }

    private boolean isSpared(List<Word> words, int before) {
        int length = knownBefore(words, before);
        return length > 0 && signs.get(plain(words.subList(before - length, before))) == SPARED;
    }

    /** How many words before this one are known as one phrase, 0 if none are or a sentence begins here. */
    private int knownBefore(List<Word> words, int index) {
        for (int length = Math.min(MAX_WORDS, index); length > 0; length--) {
            List<Word> phrase = words.subList(index - length, index + (index < words.size() ? 1 : 0));
            boolean broken = phrase.stream().skip(1).anyMatch(Word::begins);
            if (!broken && signs.containsKey(plain(words.subList(index - length, index)))) {
                return length;
            }
        }
        return 0;
    }

    private static String plain(List<Word> words) {
        return words.stream().map(Word::plain).collect(Collectors.joining(" "));
    }
}
