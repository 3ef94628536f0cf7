package dev.parley.command.vault;

import dev.parley.command.vault.PersonKey.Destroyed;
import dev.parley.command.vault.PersonKey.Usable;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.TextSeal;
import dev.parley.kernel.member.UserId;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;

/** Seals personal text with the key of its owner, and opens it again for as long as that key exists. */
class Vault implements TextSeal {
    private final PersonKeys keys;

    Vault(PersonKeys keys) {
        this.keys = keys;
    }

    /** Never the same bytes twice; {@link #NOTHING} once the owner's key was destroyed. */
    SealedText seal(PersonalText text) {
        return new SealedText(text.owner(), close(text, Seal::close));
    }

    @Override
    public byte[] close(PersonalText text) {
        return text.text().equals(PersonalText.ERASED) ? NOTHING : close(text, Seal::closeAlike);
    }

    /** @throws BrokenSeal if it was not sealed for this owner, or changed since */
    @Override
    public PersonalText open(UserId owner, byte[] sealed) {
        if (sealed.length == 0) {
            return new PersonalText(owner, PersonalText.ERASED);
        }
        return switch (keys.find(owner).orElseThrow(() -> new BrokenSeal(owner.value()))) {
            case Usable usable -> new PersonalText(owner, read(usable.key(), owner, sealed));
            case Destroyed destroyed -> new PersonalText(owner, PersonalText.ERASED);
        };
    }

    @Override
    public void forget(UserId owner) {
        keys.forget(owner);
    }

    private byte[] close(PersonalText text, Closing closing) {
        UserId owner = text.owner();
        return switch (keys.ofWriter(owner)) {
            case Usable usable ->
                closing.close(usable.key(), owner.value(), text.text().getBytes(StandardCharsets.UTF_8));
            case Destroyed destroyed -> NOTHING;
        };
    }

    private static String read(SecretKey key, UserId owner, byte[] sealed) {
        return new String(Seal.open(key, owner.value(), sealed), StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Closing {
        byte[] close(SecretKey key, String owner, byte[] plain);
    }
}
