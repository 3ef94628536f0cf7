package dev.parley.kernel.room;

import dev.parley.kernel.Blanks;
import java.lang.Character.UnicodeScript;

/** Tells the invisible characters that spelling and emoji need from those that hide something. */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Joiners() {}

    /** Does this invisible character belong between its neighbours? Either is -1 where there is none. */
    static boolean belongs(int previous, int invisible, int next) {
        return switch (invisible) {
            case NON_JOINER -> isLetterOrMark(previous) && isVisibleLetter(next);
            case JOINER -> joinsEmoji(previous, next) || isSpellingMark(previous) && isVisibleLetter(next);
            default -> isTag(invisible) && (previous == BLACK_FLAG || isTag(previous));
        };
    }

    private static boolean joinsEmoji(int previous, int next) {
        return Character.isExtendedPictographic(next)
                && (Character.isExtendedPictographic(previous)
                        || Character.isEmojiModifier(previous)
                        || previous == EMOJI_STYLE);
    }

    /** A mark of one script, such as the virama of the Indic ones, and not an accent that any letter takes. */
    private static boolean isSpellingMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && UnicodeScript.of(codePoint) != UnicodeScript.INHERITED;
    }

    private static boolean isLetterOrMark(int codePoint) {
        return isVisibleLetter(codePoint) || isSpellingMark(codePoint);
    }

    private static boolean isVisibleLetter(int codePoint) {
        return Character.isLetter(codePoint) && !Blanks.isInvisible(codePoint);
    }

    /** Spells the region of a flag such as Scotland's, behind a black one. */
    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }
}
