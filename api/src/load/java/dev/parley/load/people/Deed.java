package dev.parley.load.people;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.load.Person;
import java.util.List;
import java.util.Random;

/** One thing that a person does with regard to another. */
enum Deed {
    WRITE(30),
    REPLY(15),
    READ_ALL(10),
    READ_SOME(6),
    HIDE(8),
    BLOCK(4),
    UNBLOCK(8),
    FOLLOW(6),
    UNFOLLOW(2),
    CHOOSE(4),
    BE_A_KID(1),
    GROW_UP(2),
    LOOK(4);

    private static final List<String> PRIVACY =
            List.of("everyone", "everyone", "everyone", "friends", "existing", "nobody");

    private final int percent;

    Deed(int percent) {
        this.percent = percent;
    }

    /** @param message id of one of the messages between the two, empty for none */
    record Pair(Person one, Person other, String message) {
        String conversation() {
            return "/api/messages/" + ConversationId.of(new UserId(one.id()), new UserId(other.id()));
        }

        String other(String what) {
            return "/api/users/" + other.username() + "/" + what;
        }
    }

    /** @param body empty for none */
    record Request(String method, String path, String body) {}

    /** @param hundredth 0 to 99 */
    static Deed of(int hundredth) {
        int left = hundredth;
        for (Deed deed : values()) {
            left -= deed.percent;
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalArgumentException(Integer.toString(hundredth));
    }

    Request request(Pair pair, Random random) {
        return switch (this) {
            case WRITE ->
                new Request(
                        "POST",
                        "/api/messages/compose",
                        "{\"recipient\":\"%s\",\"content\":\"hello %d\"}"
                                .formatted(pair.other().username(), random.nextInt()));
            case REPLY ->
                new Request("POST", pair.conversation(), "{\"content\":\"well %d\"}".formatted(random.nextInt()));
            case READ_ALL -> new Request("PATCH", pair.conversation() + "/read", "");
            case READ_SOME -> new Request("PATCH", pair.conversation() + "/read", upTo(pair.message()));
            case HIDE -> new Request("DELETE", pair.conversation(), "");
            case BLOCK -> new Request("POST", pair.other("block"), "");
            case UNBLOCK -> new Request("DELETE", pair.other("block"), "");
            case FOLLOW -> new Request("POST", pair.other("follow"), "");
            case UNFOLLOW -> new Request("DELETE", pair.other("follow"), "");
            case CHOOSE ->
                new Request(
                        "PATCH",
                        "/api/settings",
                        "{\"message_privacy\":\"%s\"}".formatted(PRIVACY.get(random.nextInt(PRIVACY.size()))));
            case BE_A_KID -> kidMode(true);
            case GROW_UP -> kidMode(false);
            case LOOK -> new Request("GET", "/api/messages", "");
        };
    }

    private static String upTo(String message) {
        return message.isEmpty() ? "" : "{\"up_to\":\"%s\"}".formatted(message);
    }

    private static Request kidMode(boolean enabled) {
        String body = "{\"enabled\":%s,\"password\":\"secret\"}".formatted(enabled);
        return new Request("POST", "/api/settings/kid-mode", body);
    }
}
