package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Sanction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a moderator does about somebody, mildest first: the steps of the ladder. */
public enum ActionType {
    WARNING(null),
    RESTRICTION(Sanction.RESTRICTION),
    CHAT_BAN(Sanction.CHAT_BAN),
    COMM_BAN(Sanction.COMM_BAN),
    ACCOUNT_BAN(Sanction.ACCOUNT_BAN);

    private final Sanction sanction;

    ActionType(Sanction sanction) {
        this.sanction = sanction;
    }

    /** @throws InvalidValue if no type is called so */
    @JsonCreator
    public static ActionType of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "action_type", "one of warning, chat_ban, comm_ban, restriction and account_ban"));
    }

    /** The type that imposes this sanction. */
    public static ActionType of(Sanction sanction) {
        return valueOf(sanction.name());
    }

    /** What the person is kept from; nothing after a warning. */
    public Optional<Sanction> sanction() {
        return Optional.ofNullable(sanction);
    }

    /** As the API spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
