package dev.parley.query;

import dev.parley.kernel.PersonalText;
import java.util.Collection;
import java.util.Map;

/** 64 bits that stand for what a document says. Two documents that say different things share them by chance alone. */
public final class Digest {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long PRIME = 0x0000_0100_0000_01B3L;

    private Digest() {}

    /** Of a document, list or value: of the former whatever the order of its fields. */
    public static long of(Object value) {
        return switch (value) {
            case null -> SEED;
            case Map<?, ?> fields -> {
                long sum = fields.size();
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    sum += mixed(of(field.getKey()), of(field.getValue()));
                }
                yield mixed(SEED, sum);
            }
            case Collection<?> items -> {
                long all = items.size();
                for (Object item : items) {
                    all = mixed(all, of(item));
                }
                yield all;
            }
            case String text -> ofText(text);
            case PersonalText text -> mixed(of(text.owner().value()), ofText(text.text()));
            default -> mixed(ofText(value.getClass().getName()), ofText(value.toString()));
        };
    }

    /** Of one after the other. */
    public static long mixed(long one, long other) {
        long bits = one * PRIME ^ other + SEED;
        bits = (bits ^ bits >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        bits = (bits ^ bits >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return bits ^ bits >>> 33;
    }

    private static long ofText(String text) {
        long bits = SEED;
        for (int index = 0; index < text.length(); index++) {
            bits = (bits ^ text.charAt(index)) * PRIME;
        }
        return mixed(bits, text.length());
    }
}
