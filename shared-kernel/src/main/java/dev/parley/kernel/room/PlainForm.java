package dev.parley.kernel.room;

import dev.parley.kernel.Blanks;

/**
 * The form in which a line of chat is kept, whatever its author tried: white space is plain and short, a base letter
 * carries at most 3 marks, what cannot be seen is gone, letters that look like others are those others, and
 * {@linkplain Shouting shouting} is lower-cased. Nothing gets longer, and a plain form stays as it is.
 */
final class PlainForm {
    private static final int MAX_SPACES = 3;
    private static final int MAX_MARKS = 3;
    private static final int NOTHING = -1;

    private final StringBuilder kept;
    private int spaces;
    private boolean lineBreak;
    private int marks;

    private PlainForm(int length) {
        kept = new StringBuilder(length);
    }

    static String of(String text) {
        PlainForm plain = new PlainForm(text.length());
        int next = NOTHING;
        for (int i = 0; i < text.length(); i += Character.charCount(next)) {
            next = text.codePointAt(i);
            int after = i + Character.charCount(next);
            plain.take(next, after < text.length() ? text.codePointAt(after) : NOTHING);
        }
        return Shouting.calmed(plain.kept.toString());
    }

    private void take(int codePoint, int next) {
        if (Blanks.isLineBreak(codePoint)) {
            lineBreak = true;
        } else if (Blanks.isSpace(codePoint)) {
            spaces++;
        } else if (Blanks.isInvisible(codePoint)) {
            if (Joiners.belongs(previous(), codePoint, next)) {
                kept.appendCodePoint(codePoint);
            }
        } else if (Blanks.isMark(codePoint)) {
            takeMark(codePoint);
        } else {
            keepBlank();
            kept.appendCodePoint(LookAlikes.plain(codePoint));
            marks = 0;
        }
    }

    /** A mark without a letter to sit on is dropped, and so is one too many. */
    private void takeMark(int mark) {
        if (previous() != NOTHING && marks < MAX_MARKS) {
            kept.appendCodePoint(mark);
            marks++;
        }
    }

    /** White space counts once something follows it: a run with a line break in it is one line break. */
    private void keepBlank() {
        if (!kept.isEmpty()) {
            kept.repeat(lineBreak ? '\n' : ' ', lineBreak ? 1 : Math.min(spaces, MAX_SPACES));
        }
        spaces = 0;
        lineBreak = false;
    }

    /** What stands directly before the next one kept. */
    private int previous() {
        boolean apart = kept.isEmpty() || spaces > 0 || lineBreak;
        return apart ? NOTHING : kept.codePointBefore(kept.length());
    }
}
