package dev.parley.kernel.room;

/** Characters that show nothing. */
final class Blanks {
    private static final int BRAILLE_BLANK = 0x2800;

    private Blanks() {}

    static boolean isLineBreak(int codePoint) {
        return codePoint == '\n' || codePoint == 0x2028 || codePoint == 0x2029;
    }

    /** Whatever its width, and whether or not a line may break there. */
    static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || codePoint == '\t'
                || codePoint == BRAILLE_BLANK
                || codePoint > 0x7F && Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    /** No width at all: joiners, direction controls, fillers, tags. */
    static boolean isInvisible(int codePoint) {
        return codePoint > 0x7F
                && switch (codePoint) {
                    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0 -> true; // the grapheme joiner and Hangul fillers
                    default -> Character.getType(codePoint) == Character.FORMAT && !isVisibleFormat(codePoint);
                };
    }

    /** Signs that Unicode counts as formats because they span the digits or glyphs beside them. */
    private static boolean isVisibleFormat(int codePoint) {
        return codePoint >= 0x0600 && codePoint <= 0x0605
                || codePoint == 0x06DD
                || codePoint == 0x070F
                || codePoint >= 0x0890 && codePoint <= 0x0891
                || codePoint == 0x08E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD
                || codePoint >= 0x13430 && codePoint <= 0x1343F;
    }
}
