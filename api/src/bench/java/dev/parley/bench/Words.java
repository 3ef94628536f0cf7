package dev.parley.bench;

import java.util.concurrent.ThreadLocalRandom;

/** Lines that no rule minds: 6 to 14 made-up words in lower case, no two lines alike. */
public final class Words {
    private Words() {}

    public static String line() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder line = new StringBuilder(100);
        for (int words = random.nextInt(6, 15); words > 0; words--) {
            for (int letters = random.nextInt(3, 9); letters > 0; letters--) {
                line.append((char) ('a' + random.nextInt(26)));
            }
            line.append(words > 1 ? " " : "");
        }
        return line.toString();
    }
}
