package dev.parley.command.vault;

import dev.parley.kernel.CannotStart;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps the keys of all persons. It comes from configuration and is never stored beside them. */
final class MasterKey {
    static final int BYTES = 32;
    static final String ALGORITHM = "AES";

    private final SecretKey key;

    private MasterKey(SecretKey key) {
        this.key = key;
    }

    /**
     * @param source where the text stands, to name it in the refusal
     * @throws CannotStart unless the text is 32 bytes in base64
     */
    static MasterKey parse(String base64, String source) {
        byte[] bytes = decode(base64.strip());
        if (bytes.length != BYTES) {
            throw new CannotStart(
                    source + " must be 32 random bytes in base64, as `openssl rand -base64 32` prints them.");
        }
        return new MasterKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** No bytes at all where the text is not base64. */
    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    byte[] wrap(String owner, SecretKey personal) {
        return Seal.close(key, owner, personal.getEncoded());
    }

    /** @throws BrokenSeal if another master key wrapped it */
    SecretKey unwrap(String owner, byte[] wrapped) {
        return new SecretKeySpec(Seal.open(key, owner, wrapped), ALGORITHM);
    }
}
