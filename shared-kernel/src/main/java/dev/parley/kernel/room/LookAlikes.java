package dev.parley.kernel.room;

import java.text.Normalizer;

/** Letters and digits that are plain ones in another dress: full width, or bold, script or the like of mathematics. */
public final class LookAlikes {
    private static final int FULL_WIDTH = 0xFEE0;
    /** The letters that Unicode left out of its mathematical alphabets because it had them already. */
    private static final String OF_MATHEMATICS = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";

    private LookAlikes() {}

    /** The plain letter or digit that this one stands for; any other character is itself. */
    public static int plain(int codePoint) {
        if (isFullWidth(codePoint)) {
            return codePoint - FULL_WIDTH;
        }
        return isMathematical(codePoint) ? compatible(codePoint) : codePoint;
    }

    private static boolean isFullWidth(int codePoint) {
        return codePoint >= 0xFF10 && codePoint <= 0xFF19
                || codePoint >= 0xFF21 && codePoint <= 0xFF3A
                || codePoint >= 0xFF41 && codePoint <= 0xFF5A;
    }

    private static boolean isMathematical(int codePoint) {
        return codePoint >= 0x1D400 && codePoint <= 0x1D7FF
                || codePoint >= 0x2100 && codePoint <= 0x214F && OF_MATHEMATICS.indexOf(codePoint) >= 0;
    }

    private static int compatible(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                .codePointAt(0);
    }
}
