package dev.parley.kernel.detection;

import dev.parley.kernel.Blanks;
import java.util.ArrayList;
import java.util.List;

/** The words of a text, with their places in it. Letters that stand apart (i d i o t, i.d.i.o.t) are one word. */
final class Words {
    /** Longer than any entry of a list; what follows in a word is not looked at. */
    private static final int MAX_LETTERS = 48;

    private static final int MAX_IN_A_ROW = 3;
    private static final int MIN_APART = 4;
    private static final int NOTHING = -1;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;
    private boolean begins = true;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        Words words = new Words(text);
        int width;
        for (int i = 0; i < text.length(); i += width) {
            int codePoint = text.codePointAt(i);
            width = Character.charCount(codePoint);
            words.take(codePoint, i, i + width);
        }
        words.endWord();
        return joined(words.words);
    }

    private void take(int codePoint, int from, int to) {
        String letters = Letters.folded(codePoint);
        if (!letters.isEmpty()) {
            add(letters, from, to);
        } else if (isPart(codePoint, to)) {
            add(Character.toString(codePoint), from, to);
        } else if (isApostrophe(codePoint) && isLetter(at(to))) {
            endElision();
        } else if (!Letters.isHidden(codePoint)) {
            endWord();
            begins |= endsSentence(codePoint, to);
        }
    }

    private void add(String letters, int from, int to) {
        start = word.isEmpty() ? from : start;
        end = to;
        for (int i = 0; i < letters.length(); i++) {
            append(word, letters.charAt(i));
        }
    }

    private static void append(StringBuilder word, char letter) {
        int length = word.length();
        boolean again = length >= MAX_IN_A_ROW;
        for (int i = 1; again && i <= MAX_IN_A_ROW; i++) {
            again = word.charAt(length - i) == letter;
        }
        if (!again && length < MAX_LETTERS) {
            word.append(letter);
        }
    }

    /** A sign that is written for a letter, or a star that hides one. */
    private boolean isPart(int sign, int to) {
        boolean inside = !word.isEmpty();
        return switch (sign) {
            case '*' -> inside && (at(to) == '*' || isLetter(at(to)));
            case '!' -> inside && isLetter(at(to));
            default -> Letters.isLetterSign(sign) && (inside || isLetter(at(to)) || Letters.isLetterSign(at(to)));
        };
    }

    /** Behind one letter it leaves a word out (l'autre), behind more it is left out itself (you're). */
    private void endElision() {
        if (word.length() == 1) {
            endWord();
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(new Word(Word.readings(word.toString()), start, end, begins));
            word.setLength(0);
            begins = false;
        }
    }

    private boolean endsSentence(int codePoint, int to) {
        boolean mark = codePoint < 0x80 && ".!?;:".indexOf(codePoint) >= 0;
        int next = at(to);
        return Blanks.isLineBreak(codePoint) || mark && (next == NOTHING || Blanks.isSpace(next));
    }

    private int at(int index) {
        return index < text.length() ? text.codePointAt(index) : NOTHING;
    }

    private static boolean isLetter(int codePoint) {
        return codePoint != NOTHING && Character.isLetterOrDigit(codePoint);
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '’' || codePoint == 'ʼ' || codePoint == '`' || codePoint == '´';
    }

    private static List<Word> joined(List<Word> words) {
        List<Word> joined = new ArrayList<>(words.size());
        int next;
        for (int i = 0; i < words.size(); i = next) {
            next = endOfApart(words, i);
            if (next - i >= MIN_APART) {
                joined.add(joined(words, i, next));
            } else {
                next = i + 1;
                joined.add(words.get(i));
            }
        }
        return joined;
    }

    /** Where a run of single letters ends, one sign or space between each two. */
    private static int endOfApart(List<Word> words, int from) {
        int next = from;
        while (next < words.size()
                && words.get(next).plain().length() == 1
                && (next == from
                        || words.get(next).start() == words.get(next - 1).end() + 1)) {
            next++;
        }
        return next;
    }

    /** The first letter may be a word of its own: a i d i o t. */
    private static Word joined(List<Word> words, int from, int to) {
        StringBuilder all = new StringBuilder();
        for (Word letter : words.subList(from, to)) {
            append(all, letter.plain().charAt(0));
        }
        List<String> readings = new ArrayList<>(Word.readings(all.toString()));
        readings.addAll(Word.readings(all.substring(1)));
        Word first = words.get(from);
        return new Word(readings, first.start(), words.get(to - 1).end(), first.begins());
    }
}
