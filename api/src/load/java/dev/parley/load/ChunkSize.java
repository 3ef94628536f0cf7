package dev.parley.load;

/** The line before each chunk of a body: its size in hexadecimal, perhaps with extensions behind a semicolon. */
final class ChunkSize {
    private ChunkSize() {}

    static int of(Bytes line) {
        int size = 0;
        for (int at = 0; at < line.length() && line.at(at) != ';'; at++) {
            int digit = Character.digit(line.at(at), 16);
            if (digit >= 0) {
                size = size * 16 + digit;
            }
        }
        return size;
    }
}
