package dev.parley.command.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;

import dev.parley.command.TestDatabase;
import dev.parley.kernel.node.NodeTalk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseTalkTest {
    private final DataSource database = TestDatabase.create();
    private final Person a = new Person("a");
    private final Person b = new Person("b");

    /** Says what it is told to, and remembers what it hears. */
    private final class Person implements NodeTalk {
        final Queue<String> toSay = new ConcurrentLinkedQueue<>();
        final List<String> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger began = new AtomicInteger();
        final AtomicInteger cut = new AtomicInteger();
        final DatabaseTalk talk;
        private final String name;
        private volatile boolean fails;

        Person(String name) {
            this.name = name;
            ObjectProvider<NodeTalk> found = mock();
            given(found.getIfAvailable()).willReturn(this);
            talk = new DatabaseTalk(database, found);
        }

        @Override
        public void begin() {
            began.incrementAndGet();
        }

        @Override
        public void hear(String said) {
            if (fails) {
                fails = false;
                throw new IllegalStateException("as asked");
            }
            heard.add(said);
        }

        @Override
        public List<String> say() {
            List<String> words = new ArrayList<>(toSay);
            toSay.removeAll(words);
            return words;
        }

        @Override
        public void cutOff() {
            cut.incrementAndGet();
        }

        @Override
        public List<String> farewell() {
            return List.of(name + " leaves");
        }
    }

    @BeforeEach
    void start() {
        a.talk.start();
        b.talk.start();
        until().until(() -> a.began.get() == 1 && b.began.get() == 1);
    }

    @AfterEach
    void stop() {
        a.talk.stop();
        b.talk.stop();
    }

    @Test
    void hearEachOtherInOrder() {
        List<String> words = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        a.toSay.addAll(words);
        until().until(() -> b.heard.size() >= words.size());
        assertThat(b.heard).isEqualTo(words);
        b.toSay.add("ünder 'quotes' and \\");
        until().until(() -> a.heard.contains("ünder 'quotes' and \\"));
    }

    @Test
    void hearWhoLeaves() {
        b.talk.stop();
        until().until(() -> a.heard.contains("b leaves"));
        assertThat(b.talk.isRunning()).isFalse();
    }

    @Test
    void beginAnewWhenTheirConnectionWasCut() {
        JdbcClient.create(database)
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list();
        until().until(() -> a.began.get() >= 2 && b.began.get() >= 2);
        assertThat(a.cut).hasPositiveValue();
        a.toSay.add("still there?");
        until().until(() -> b.heard.contains("still there?"));
    }

    @Test
    void beginAnewWhereOneCouldNotTakeWhatItHeard() {
        b.fails = true;
        a.toSay.add("too much");
        until().until(() -> b.began.get() == 2);
        a.toSay.add("better so");
        until().until(() -> b.heard.contains("better so"));
    }

    @Test
    void leaveAConnectionThatHearsNothing() {
        a.talk.stop();
        b.talk.stop();
        List<String> channels = JdbcClient.create(database)
                .sql("SELECT pg_listening_channels()")
                .query(String.class)
                .list();
        String setBy = JdbcClient.create(database)
                .sql("SELECT source FROM pg_settings WHERE name = 'synchronous_commit'")
                .query(String.class)
                .single();
        assertThat(channels).isEmpty();
        assertThat(setBy).isNotEqualTo("session");
    }

    @Test
    void giveUpAConnectionThatCannotBeLeftAndSayWhatWasWrongBeforeThat(CapturedOutput output) throws SQLException {
        Statement statement = mock();
        given(statement.execute("UNLISTEN *")).willThrow(new SQLException("too late"));
        Connection connection = mock();
        given(connection.createStatement()).willReturn(statement);
        DataSource one = mock();
        given(one.getConnection()).willReturn(connection);
        NodeTalk mute = mock();
        willThrow(new IllegalStateException("as asked")).given(mute).begin();
        ObjectProvider<NodeTalk> found = mock();
        given(found.getIfAvailable()).willReturn(mute);
        DatabaseTalk talk = new DatabaseTalk(one, found);

        talk.start();
        until().untilAsserted(() -> then(mute).should().cutOff());
        talk.stop();
        then(connection).should(atLeastOnce()).abort(any());
        assertThat(output).contains("as asked").doesNotContain("too late");
    }

    @Test
    void takeNoConnectionWhereThereIsNothingToTalkAbout() {
        DatabaseTalk quiet = new DatabaseTalk(database, mock());
        quiet.start();
        assertThat(quiet.isRunning()).isFalse();
    }

    private static ConditionFactory until() {
        return await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(5));
    }
}
