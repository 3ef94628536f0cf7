package dev.parley.kernel.detection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One word of a text, in every way it can be read: as it is, with signs and digits as letters, with look-alikes of
 * other alphabets as Latin, and with stretched letters shortened.
 *
 * @param begins stands at the begin of a sentence, so no phrase goes on with it
 */
record Word(List<String> readings, int start, int end, boolean begins) {
    private static final int STRETCHED = 3;

    /** The ways to read what was written; letters come three in a row at most. */
    static List<String> readings(String written) {
        boolean plain = true;
        for (int i = 0; plain && i < written.length(); i++) {
            char c = written.charAt(i);
            plain = c >= 'a' && c <= 'z' && !isStretched(written, i);
        }
        return plain ? List.of(written) : List.copyOf(disguised(written));
    }

    String plain() {
        return readings.getFirst();
    }

    private static Set<String> disguised(String written) {
        Set<String> all = new LinkedHashSet<>();
        all.add(bare(written));
        if (written.chars().anyMatch(Character::isLetter)) {
            all.add(spelled(written));
            all.add(spelled(written.replace('1', 'l')));
        }
        if (written.chars().anyMatch(c -> c > 0x7F)) {
            all.add(latin(spelled(written)));
        }
        for (String reading : List.copyOf(all)) {
            addShortened(reading, all);
        }
        all.remove("");
        return all.isEmpty() ? Set.of(written) : all;
    }

    /** Without the sign before it: that may be the sign of a mention. */
    private static String bare(String written) {
        return Letters.isLetterSign(written.charAt(0)) ? written.substring(1) : written;
    }

    private static String spelled(String written) {
        StringBuilder spelled = new StringBuilder(written.length());
        written.chars().forEach(c -> spelled.append(Letters.letterFor((char) c)));
        return spelled.toString();
    }

    private static String latin(String written) {
        StringBuilder latin = new StringBuilder(written.length());
        written.chars().forEach(c -> latin.append(Letters.latin((char) c)));
        return latin.toString();
    }

    /** Each of the first two stretches is read as one letter and as two; where there are more, all as the same. */
    private static void addShortened(String reading, Set<String> all) {
        boolean stretched = false;
        for (int i = 0; !stretched && i < reading.length(); i++) {
            stretched = isStretched(reading, i);
        }
        for (int choice = 0; stretched && choice < 4; choice++) {
            all.add(shortened(reading, choice));
        }
    }

    /** @param choice bit 0 doubles the letter of the first stretch, bit 1 that of all that follow */
    private static String shortened(String reading, int choice) {
        StringBuilder shorter = new StringBuilder(reading.length());
        int stretches = 0;
        int end;
        for (int i = 0; i < reading.length(); i = end) {
            end = endOfRun(reading, i);
            int letters = end - i;
            if (letters >= STRETCHED) {
                letters = 1 + (choice >> Math.min(stretches++, 1) & 1);
            }
            shorter.repeat(reading.charAt(i), letters);
        }
        return shorter.toString();
    }

    private static int endOfRun(String text, int begin) {
        int end = begin + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(begin)) {
            end++;
        }
        return end;
    }

    private static boolean isStretched(String text, int i) {
        return i >= STRETCHED - 1 && text.charAt(i) == text.charAt(i - 1) && text.charAt(i) == text.charAt(i - 2);
    }
}
