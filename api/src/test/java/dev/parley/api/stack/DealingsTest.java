package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import dev.parley.load.people.Dealings;
import dev.parley.load.people.Recount;
import dev.parley.load.people.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everybody deals with everybody at once: afterwards all that is shown is what the log says. */
class DealingsTest {
    private static final int PEOPLE = 24;
    private static final int THREADS = 16;
    private static final int DEEDS_EACH = 80;
    private static final Set<String> EXPECTED = Set.of(
            "200",
            "201",
            "204",
            "blocked",
            "blocking",
            "message-privacy",
            "kid-mode",
            "kid-mode-on",
            "unknown-conversation",
            "too-many-messages",
            "too-many-conversations");

    private final Stack stack = Stack.running();

    @Test
    void leaveEverythingShownAsTheLogSays() throws IOException, InterruptedException {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(stack.person());
        }
        Dealings dealings = new Dealings(stack.port(), people, 11);
        dealings.run(THREADS, done -> done < DEEDS_EACH);
        assertThat(EXPECTED).containsAll(kinds(dealings));

        Recount recount = new Recount();
        stack.log(recount::on);
        assertThat(recount.wrong()).isEmpty();
        assertThat(recount.messages()).isGreaterThan(PEOPLE);
        try (ApiClient api = new ApiClient(stack.port())) {
            Shown shown = new Shown(api, dealings.position());
            for (Person person : people) {
                assertThat(shown.differences(person, recount)).isEmpty();
            }
        }
    }

    private static Set<String> kinds(Dealings dealings) {
        return dealings.answers().keySet().stream()
                .map(answer -> answer.substring(answer.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }
}
