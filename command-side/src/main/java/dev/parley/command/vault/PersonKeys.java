package dev.parley.command.vault;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.kernel.CannotStart;
import dev.parley.kernel.member.UserId;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * The key of each person, made when it is first needed and stored for good before anybody gets it. The 100,000 that were
 * used last are kept in memory, and looked at anew when they are used after 10 minutes; while the database is away they
 * go on being used. Whoever learns that a key was destroyed on another node has it forgotten here.
 */
class PersonKeys {
    /** Owner of a key that seals nothing and shows whether the master key is the right one; no person has this id. */
    private static final String SAMPLE = "~";

    private static final int MAX_IN_MEMORY = 100_000;
    private static final Duration IN_MEMORY_FOR = Duration.ofMinutes(10);

    private final PersonKeyTable table;
    private final LoadingCache<String, PersonKey> recent = Caffeine.newBuilder()
            .maximumSize(MAX_IN_MEMORY)
            .refreshAfterWrite(IN_MEMORY_FOR)
            .build(this::stored);

    /** @throws CannotStart if the stored keys were wrapped by another master key */
    PersonKeys(PersonKeyTable table) {
        this.table = table;
        try {
            findOrMake(SAMPLE);
        } catch (BrokenSeal e) {
            throw new CannotStart(
                    "The master key is not the one with which this event store was begun: "
                            + "put that one back, for without it no personal text can be read.",
                    e);
        }
    }

    /** The key to seal something new with. */
    PersonKey ofWriter(UserId owner) {
        PersonKey known = recent.get(owner.value());
        return known == null ? recent.get(owner.value(), this::findOrMake) : known;
    }

    /** The key to open something stored with; empty when none was ever made. */
    Optional<PersonKey> find(UserId owner) {
        return Optional.ofNullable(recent.get(owner.value()));
    }

    /** Destroys the key of this person; from now on there is none, here or anywhere else. */
    void destroy(UserId owner) {
        table.destroy(owner.value());
        forget(owner);
    }

    /** Has the next who asks look whether the key is still there. */
    void forget(UserId owner) {
        recent.invalidate(owner.value());
    }

    /** Null when none was ever made. */
    private PersonKey stored(String owner) {
        return table.find(owner).orElse(null);
    }

    private PersonKey findOrMake(String owner) {
        return table.find(owner).orElseGet(() -> make(owner));
    }

    /** Whoever comes first, here or in another process, stores the one key that all of them then read. */
    private PersonKey make(String owner) {
        table.insertIfAbsent(owner, newKey());
        return table.find(owner).orElseThrow(() -> new BrokenSeal(owner));
    }

    private static SecretKey newKey() {
        try {
            var generator = KeyGenerator.getInstance(MasterKey.ALGORITHM);
            generator.init(MasterKey.BYTES * Byte.SIZE);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES", e);
        }
    }
}
