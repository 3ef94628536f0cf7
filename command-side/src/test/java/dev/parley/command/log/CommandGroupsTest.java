package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CommandGroupsTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Integer> handled = new ArrayList<>();
    private boolean broken;
    private boolean stopped;
    private final CommandGroups groups = new CommandGroups(this::run, this::handle);

    @Test
    void takeWhatWaitsTogether() {
        groups.add("a", command());
        groups.add("a", command());
        groups.add("b", command());
        runAll();

        assertThat(handled).containsExactly(2, 1);
        assertThat(groups.waiting()).isZero();
    }

    @Test
    void goOnWithWhatComesAfterABrokenGroup() {
        broken = true;
        groups.add("a", command());
        runAll();
        broken = false;
        groups.add("a", command());
        runAll();

        assertThat(failures).singleElement().isInstanceOf(StackOverflowError.class);
        assertThat(handled).containsExactly(1);
        assertThat(groups.waiting()).isZero();
    }

    @Test
    void haveNothingWaitThatIsNotTakenAnyMore() {
        stopped = true;

        assertThatThrownBy(() -> groups.add("a", command())).isInstanceOf(RejectedExecutionException.class);
        assertThat(groups.waiting()).isZero();
    }

    private void run(Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException();
        }
        tasks.add(task);
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private void handle(List<PendingCommand> group) {
        if (broken) {
            throw new StackOverflowError("as asked");
        }
        handled.add(group.size());
    }

    private PendingCommand command() {
        return new PendingCommand(GenericCommandMessage.asCommandMessage("any"), message -> null, new Answer());
    }

    private final class Answer implements PendingCommand.Answer {
        @Override
        public void accepted(Outcome outcome) {}

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }
}
