package dev.parley.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.TextSeal;
import dev.parley.kernel.member.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Seals by turning every bit, and knows nothing any more of those who were erased. */
public final class SealForTests implements TextSeal {
    private final Set<UserId> erased = ConcurrentHashMap.newKeySet();

    public void erase(UserId person) {
        erased.add(person);
    }

    @Override
    public byte[] close(PersonalText text) {
        return erased.contains(text.owner()) ? NOTHING : turned(text.text().getBytes(UTF_8));
    }

    @Override
    public PersonalText open(UserId owner, byte[] sealed) {
        return new PersonalText(
                owner, erased.contains(owner) ? PersonalText.ERASED : new String(turned(sealed), UTF_8));
    }

    @Override
    public void forget(UserId owner) {}

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            turned[index] = (byte) ~bytes[index];
        }
        return turned;
    }
}
