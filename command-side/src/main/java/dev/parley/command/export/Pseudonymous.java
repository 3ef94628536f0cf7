package dev.parley.command.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Tells who is the same and what belongs together, and nothing else: each name becomes 128 bits of its HMAC-SHA-256, as 22
 * characters. For one thread.
 */
class Pseudonymous implements Disclosure {
    static final String PATTERN = "[A-Za-z0-9_-]{22}";
    /** The server itself is nobody. */
    static final String PERSON_PATTERN = "(" + UserId.SYSTEM + "|" + PATTERN + ")";

    private static final int BYTES = 16;

    private final Mac mac;
    private final Map<String, String> known = new HashMap<>();

    /** @param key of {@link dev.parley.command.PseudonymKeys} */
    Pseudonymous(SecretKey key) {
        try {
            mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public String person(UserId person) {
        return person.equals(UserId.SYSTEM) ? person.value() : thing("person", person.value());
    }

    @Override
    public String username(String username) {
        return thing("username", username.toLowerCase(Locale.ROOT));
    }

    @Override
    public String thing(String kind, String id) {
        return known.computeIfAbsent(kind + '\0' + id, this::pseudonym);
    }

    private String pseudonym(String name) {
        byte[] all = mac.doFinal(name.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, BYTES));
    }

    @Override
    public Optional<String> text(PersonalText text) {
        return Optional.empty();
    }

    @Override
    public Optional<String> words(String words) {
        return Optional.empty();
    }

    @Override
    public Disclosure inPrivate() {
        return this;
    }
}
