package dev.parley.kernel.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.direct.WritingPolicy.Between;
import dev.parley.kernel.direct.WritingPolicy.Party;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Sanction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policy is the table of {@code docs/writing-policy.md}, for every combination of what it looks at. */
class WritingPolicyTest {
    private static final Path TABLE = Path.of("..", "docs", "writing-policy.md");
    private static final ClassId CHESS = new ClassId("chess");
    private static final List<Boolean> EITHER = List.of(false, true);

    /** The conditions that the table is written in. */
    private static final Map<String, Predicate<Case>> CONDITIONS = Map.ofEntries(
            Map.entry("always", all -> true),
            Map.entry(
                    "sender is under account_ban", is -> is.sender().sanctions().contains(Sanction.ACCOUNT_BAN)),
            Map.entry("sender is under comm_ban", is -> is.sender().sanctions().contains(Sanction.COMM_BAN)),
            Map.entry(
                    "sender is under restriction", is -> is.sender().sanctions().contains(Sanction.RESTRICTION)),
            Map.entry("they have a conversation", is -> is.between().conversing()),
            Map.entry("they have no conversation", is -> !is.between().conversing()),
            Map.entry("sender blocks recipient", is -> is.between().blocking()),
            Map.entry("recipient blocks sender", is -> is.between().blocked()),
            Map.entry("recipient follows sender", is -> is.between().followed()),
            Map.entry("sender is a kid", is -> is.sender().kid()),
            Map.entry("recipient is a kid", is -> is.recipient().kid()),
            Map.entry("sender is a moderator", is -> is.sender().moderator()),
            Map.entry("sender is no moderator", is -> !is.sender().moderator()),
            Map.entry("recipient is no moderator", is -> !is.recipient().moderator()),
            Map.entry("sender teaches recipient", is -> teaches(is.sender(), is.recipient())),
            Map.entry("sender does not teach recipient", is -> !teaches(is.sender(), is.recipient())),
            Map.entry("recipient does not teach sender", is -> !teaches(is.recipient(), is.sender())),
            Map.entry("recipient takes from everyone", is -> is.privacy() == MessagePrivacy.EVERYONE),
            Map.entry("recipient takes from friends", is -> is.privacy() == MessagePrivacy.FRIENDS),
            Map.entry("recipient takes from existing", is -> is.privacy() == MessagePrivacy.EXISTING));

    private record Case(Party sender, Party recipient, Between between) {
        MessagePrivacy privacy() {
            return recipient.privacy();
        }
    }

    @Test
    void isTheTable() throws IOException {
        Map<String, String> table = table();
        Set<String> used = new HashSet<>();
        cases().forEach(one -> {
            String row = table.keySet().stream()
                    .filter(when -> holds(when, one))
                    .findFirst()
                    .orElseThrow();
            used.add(row);
            assertThat(answer(one)).as("%s by the row: %s", one, row).isEqualTo(table.get(row));
        });
        assertThat(used).as("rows that decide something").isEqualTo(table.keySet());
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| when"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> table.put(cells[1].strip(), cells[2].strip()));
        return table;
    }

    private static boolean holds(String when, Case one) {
        return Stream.of(when.split(", and "))
                .allMatch(condition -> CONDITIONS.get(condition).test(one));
    }

    private static String answer(Case one) {
        return WritingPolicy.refuses(one.sender(), one.recipient(), one.between())
                .map(Rejection::name)
                .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .orElse("taken");
    }

    private static boolean teaches(Party teacher, Party student) {
        return teacher.teaches().stream().anyMatch(student.attends()::contains);
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Set<Sanction> sanctions : sanctions()) {
            for (Party sender : parties(sanctions, List.of(MessagePrivacy.EVERYONE))) {
                for (Party recipient : parties(Set.of(), List.of(MessagePrivacy.values()))) {
                    betweens().forEach(between -> cases.add(new Case(sender, recipient, between)));
                }
            }
        }
        return cases;
    }

    private static List<Set<Sanction>> sanctions() {
        return List.of(
                Set.of(),
                Set.of(Sanction.CHAT_BAN),
                Set.of(Sanction.RESTRICTION),
                Set.of(Sanction.COMM_BAN),
                Set.of(Sanction.ACCOUNT_BAN),
                EnumSet.allOf(Sanction.class));
    }

    private static List<Party> parties(Set<Sanction> sanctions, List<MessagePrivacy> privacies) {
        List<Party> parties = new ArrayList<>();
        for (boolean moderator : EITHER) {
            for (boolean kid : EITHER) {
                for (Set<ClassId> attends : List.of(Set.<ClassId>of(), Set.of(CHESS))) {
                    for (Set<ClassId> teaches : List.of(Set.<ClassId>of(), Set.of(CHESS, new ClassId("go")))) {
                        privacies.forEach(privacy ->
                                parties.add(new Party(moderator, kid, privacy, attends, teaches, sanctions)));
                    }
                }
            }
        }
        return parties;
    }

    private static List<Between> betweens() {
        return EITHER.stream()
                .flatMap(conversing -> EITHER.stream()
                        .flatMap(blocking -> EITHER.stream()
                                .flatMap(blocked -> EITHER.stream()
                                        .map(followed -> new Between(conversing, blocking, blocked, followed)))))
                .toList();
    }
}
