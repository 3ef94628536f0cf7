package dev.parley.kernel;

/** Characters that show nothing. */
public final class Blanks {
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int NULL_NOTE_HEAD = 0x1D159;

    private Blanks() {}

    public static boolean isLineBreak(int codePoint) {
        return codePoint == '\n' || codePoint == 0x2028 || codePoint == 0x2029;
    }

    /** Whatever its width, and whether or not a line may break there. */
    public static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || codePoint == '\t'
                || codePoint == BRAILLE_BLANK
                || codePoint > 0x7F && Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    /** No width at all, or no ink: joiners, direction controls, fillers, tags, what Unicode keeps free for more of these. */
    public static boolean isInvisible(int codePoint) {
        return codePoint > 0x7F
                && switch (codePoint) {
                    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0 -> true; // the grapheme joiner and Hangul fillers
                    case NULL_NOTE_HEAD -> true;
                    default ->
                        isKeptFree(codePoint)
                                || Character.getType(codePoint) == Character.FORMAT && !isVisibleFormat(codePoint);
                };
    }

    /** Not assigned, and to be shown as nothing until it is. */
    private static boolean isKeptFree(int codePoint) {
        return codePoint == 0x2065
                || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF && !Character.isDefined(codePoint);
    }

    /** Sits on another character, and shows nothing without one. */
    public static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
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
