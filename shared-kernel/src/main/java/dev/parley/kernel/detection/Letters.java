package dev.parley.kernel.detection;

import dev.parley.kernel.Blanks;
import dev.parley.kernel.room.LookAlikes;
import java.text.Normalizer;

/** Characters as they are compared: small, without marks, and out of fancy dress. */
final class Letters {
    private static final int CACHED = 0x500;
    private static final String[] CACHE = new String[CACHED];
    private static final int REGIONAL_A = 0x1F1E6;
    private static final int[] BOXED_A = {0x1F130, 0x1F150, 0x1F170};
    private static final int ALPHABET = 26;
    private static final String SIGNS = "013457@$!€";
    private static final String SIGN_LETTERS = "oieastasie";
    private static final String FOREIGN = "аеорсухіјѕкмтвнгԁһԛԝαοειικνρτυχηω";
    private static final String FOREIGN_LATIN = "aeopcyxijskmtbhrdhqwaoeiikvptuxnw";

    static {
        for (int i = 0; i < CACHED; i++) {
            CACHE[i] = computed(i);
        }
    }

    private Letters() {}

    /** Letters and digits that the character stands for; empty for a sign, a space or what cannot be seen. */
    static String folded(int codePoint) {
        return codePoint < CACHED ? CACHE[codePoint] : computed(codePoint);
    }

    /** Shows nothing by itself, so a word goes on behind it. */
    static boolean isHidden(int codePoint) {
        return codePoint > 0x7F && (Blanks.isInvisible(codePoint) || Blanks.isMark(codePoint));
    }

    /** Signs and digits that are written for a letter; any other character is itself. */
    static char letterFor(char sign) {
        int place = SIGNS.indexOf(sign);
        return place < 0 ? sign : SIGN_LETTERS.charAt(place);
    }

    /** May stand for a letter although it is neither letter nor digit. */
    static boolean isLetterSign(int codePoint) {
        return codePoint == '@' || codePoint == '$' || codePoint == '!' || codePoint == '€';
    }

    /** The Latin letter that a Cyrillic or Greek one looks like; any other character is itself. */
    static char latin(char letter) {
        int place = letter < 0x80 ? -1 : FOREIGN.indexOf(letter);
        return place < 0 ? letter : FOREIGN_LATIN.charAt(place);
    }

    private static String computed(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) ? Character.toString(Character.toLowerCase(codePoint)) : "";
        }
        return switch (codePoint) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            default -> decomposed(boxed(LookAlikes.plain(codePoint)));
        };
    }

    /** Letters in boxes and circles, and those that flags are spelled with. */
    private static int boxed(int codePoint) {
        if (codePoint >= REGIONAL_A && codePoint < REGIONAL_A + ALPHABET) {
            return 'a' + codePoint - REGIONAL_A;
        }
        for (int first : BOXED_A) {
            if (codePoint >= first && codePoint < first + ALPHABET) {
                return 'a' + codePoint - first;
            }
        }
        return codePoint;
    }

    private static String decomposed(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
