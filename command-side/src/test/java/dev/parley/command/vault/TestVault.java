package dev.parley.command.vault;

import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.member.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;

/** Seals without a database: each person's key is the SHA-256 of their id, today and for ever. */
public final class TestVault {
    private TestVault() {}

    public static Jackson3SerializerCustomizer customizer() {
        return customizer(new FixedKeys());
    }

    /** Of a server that cannot reach the key of this person any more, and remembers none. */
    public static Jackson3SerializerCustomizer customizerWithoutKeyOf(UserId person) {
        return customizer(new FixedKeys() {
            @Override
            Optional<PersonKey> find(String owner) {
                if (owner.equals(person.value())) {
                    throw new StoreUnavailable("as asked", null);
                }
                return super.find(owner);
            }
        });
    }

    private static Jackson3SerializerCustomizer customizer(PersonKeyTable keys) {
        return mapper -> mapper.addModule(new PersonalTextModule(new Vault(new PersonKeys(keys))));
    }

    private static class FixedKeys extends PersonKeyTable {
        FixedKeys() {
            super(null, null);
        }

        @Override
        Optional<PersonKey> find(String owner) {
            return Optional.of(new PersonKey.Usable(sha256(owner)));
        }

        @Override
        void insertIfAbsent(String owner, SecretKey key) {}

        private static SecretKey sha256(String owner) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(owner.getBytes(StandardCharsets.UTF_8));
                return new SecretKeySpec(digest, MasterKey.ALGORITHM);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
