package dev.parley.command.vault;

import dev.parley.command.vault.PersonKey.Destroyed;
import dev.parley.command.vault.PersonKey.Usable;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.nio.charset.StandardCharsets;

/** Seals personal text with the key of its owner, and opens it again for as long as that key exists. */
class Vault {
    private final PersonKeys keys;

    Vault(PersonKeys keys) {
        this.keys = keys;
    }

    /** @throws ErasedPerson if the owner's key was destroyed */
    SealedText seal(PersonalText text) {
        UserId owner = text.owner();
        byte[] plain = text.text().getBytes(StandardCharsets.UTF_8);
        return switch (keys.ofWriter(owner)) {
            case Usable usable -> new SealedText(owner, Seal.close(usable.key(), owner.value(), plain));
            case Destroyed destroyed -> throw new ErasedPerson(owner);
        };
    }

    /** @throws BrokenSeal if it was not sealed for this owner, or changed since */
    PersonalText open(SealedText text) {
        UserId owner = text.owner();
        return switch (keys.find(owner).orElseThrow(() -> new BrokenSeal(owner.value()))) {
            case Usable usable -> new PersonalText(owner, read(usable, text));
            case Destroyed destroyed -> new PersonalText(owner, PersonalText.ERASED);
        };
    }

    private static String read(Usable usable, SealedText text) {
        return new String(Seal.open(usable.key(), text.owner().value(), text.sealed()), StandardCharsets.UTF_8);
    }
}
