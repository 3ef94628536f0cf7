package dev.parley.command.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM in the one form in which anything is stored sealed: a version byte, a nonce of 12 bytes, then the
 * ciphertext with its tag of 16 bytes. The owner is authenticated along with it, so that nothing sealed for one person
 * opens as another's.
 */
final class Seal {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One per thread: looking a cipher up costs several times what sealing a line does (2 µs beside 0.3 µs). */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Seal::newCipher);

    private static final byte[] USE_FOR_NONCES = "parley: nonces".getBytes(StandardCharsets.UTF_8);
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Seal::newMac);

    private Seal() {}

    static byte[] close(SecretKey key, String owner, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return close(key, owner, plain, nonce);
    }

    /**
     * The same plaintext gives the same bytes: the nonce is a keyed digest of it, as in RFC 5297, which therefore tells
     * nothing but that two texts of one person are equal.
     */
    static byte[] closeAlike(SecretKey key, String owner, byte[] plain) {
        Mac mac = MAC.get();
        try {
            mac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("This JVM takes no AES key for HMAC-SHA-256", e);
        }
        mac.update(USE_FOR_NONCES);
        return close(key, owner, plain, Arrays.copyOf(mac.doFinal(plain), NONCE_BYTES));
    }

    private static byte[] close(SecretKey key, String owner, byte[] plain, byte[] nonce) {
        var sealed = new byte[HEADER_BYTES + plain.length + TAG_BITS / Byte.SIZE];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(plain, 0, plain.length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot encrypt with AES-256-GCM", e);
        }
    }

    /** @throws BrokenSeal if it was sealed with another key, for another owner, or changed since */
    static byte[] open(SecretKey key, String owner, byte[] sealed) {
        if (sealed.length < HEADER_BYTES || sealed[0] != VERSION) {
            throw new BrokenSeal(owner);
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal(owner);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        var parameters = new GCMParameterSpec(TAG_BITS, nonce);
        try {
            cipher.init(mode, key, parameters);
        } catch (InvalidAlgorithmParameterException sameAsBefore) { // a cipher takes no nonce twice in a row
            cipher = newCipher();
            CIPHER.set(cipher);
            cipher.init(mode, key, parameters);
        }
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES-GCM", e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
