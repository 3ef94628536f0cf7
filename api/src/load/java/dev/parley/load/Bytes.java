package dev.parley.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as needed and keep their room for the next use. */
final class Bytes {
    private static final int LOWER_CASE = 0x20;

    private byte[] held = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte one) {
        makeRoom(1);
        held[length++] = one;
    }

    void add(byte[] source, int from, int count) {
        makeRoom(count);
        System.arraycopy(source, from, held, length, count);
        length += count;
    }

    void addAll(Bytes source, int from) {
        add(source.held, from, source.length - from);
    }

    void dropLast(char last) {
        if (length > 0 && held[length - 1] == last) {
            length--;
        }
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return held[index];
    }

    /** Whether {@code prefix}, which is in lower case, stands at {@code from}, without regard to case. */
    boolean hasAt(int from, byte[] prefix) {
        if (length - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            byte here = held[from + i];
            if (here != prefix[i] && (here | LOWER_CASE) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The decimal number from {@code from} on, after spaces. */
    long number(int from) {
        int at = from;
        while (at < length && held[at] == ' ') {
            at++;
        }
        long number = 0;
        for (; at < length && held[at] >= '0' && held[at] <= '9'; at++) {
            number = number * 10 + held[at] - '0';
        }
        return number;
    }

    int indexOf(char wanted, int from) {
        for (int at = from; at < length; at++) {
            if (held[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    byte[] copy() {
        return Arrays.copyOf(held, length);
    }

    String text(int from) {
        return text(from, length);
    }

    String text(int from, int to) {
        return new String(held, from, to - from, StandardCharsets.UTF_8);
    }

    private void makeRoom(int count) {
        if (length + count > held.length) {
            held = Arrays.copyOf(held, Math.max(length + count, held.length * 2));
        }
    }
}
