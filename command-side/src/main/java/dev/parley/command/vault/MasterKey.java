package dev.parley.command.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.member.UserId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps the keys of all persons, and from which those of digests and pseudonyms follow. It comes from
 * configuration and is never stored beside them.
 */
final class MasterKey {
    static final int BYTES = 32;
    static final String ALGORITHM = "AES";

    private static final String MAC = "HmacSHA256";
    private static final byte[] USE_FOR_DIGESTS = "parley: digests of secrets".getBytes(UTF_8);
    private static final byte[] USE_FOR_PSEUDONYMS = "parley: keys of pseudonyms".getBytes(UTF_8);
    private static final int DIGEST_BYTES = 16;

    private final SecretKey key;
    private final SecretKey digestKey;
    private final SecretKey pseudonymKey;

    private MasterKey(SecretKey key) {
        this.key = key;
        this.digestKey = new SecretKeySpec(mac(key, USE_FOR_DIGESTS), MAC);
        this.pseudonymKey = new SecretKeySpec(mac(key, USE_FOR_PSEUDONYMS), MAC);
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

    /** As {@link dev.parley.command.SecretDigests} has it. */
    String digest(UserId owner, String secret) {
        byte[] all = mac(digestKey, owner.value().getBytes(UTF_8), new byte[1], secret.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, DIGEST_BYTES));
    }

    /** As {@link dev.parley.command.PseudonymKeys} has it. */
    SecretKey pseudonymKey(String name) {
        return new SecretKeySpec(mac(pseudonymKey, name.getBytes(UTF_8)), MAC);
    }

    private static byte[] mac(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
