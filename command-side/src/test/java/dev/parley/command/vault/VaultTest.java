package dev.parley.command.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.command.StoreUnavailable;
import dev.parley.command.TestDatabase;
import dev.parley.command.log.Schema;
import dev.parley.kernel.CannotStart;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest {
    private static final UserId ANN = new UserId("ann");
    private static final PersonalText HELLO = new PersonalText(ANN, "hello");
    private static final MasterKey MASTER = master(1);

    private DataSource dataSource;
    private JdbcClient database;

    @BeforeEach
    void anEmptyDatabase() {
        dataSource = TestDatabase.create();
        new Schema(dataSource);
        database = JdbcClient.create(dataSource);
    }

    @Test
    void digestsOfSecretsAreAlikeForOnePersonAndOneMasterKeyAlone() {
        String digest = MASTER.digest(ANN, "secret");
        assertThat(digest).hasSize(22).isEqualTo(master(1).digest(ANN, "secret"));
        assertThat(digest)
                .isNotEqualTo(MASTER.digest(ANN, "another"))
                .isNotEqualTo(MASTER.digest(new UserId("bob"), "secret"))
                .isNotEqualTo(master(2).digest(ANN, "secret"));
    }

    @Test
    void opensWhatAnotherServerSealed() {
        SealedText sealed = vault().seal(HELLO);

        assertThat(open(vault(), sealed)).isEqualTo(HELLO);
    }

    @Test
    void keepsNoKeyInClear() {
        vault().seal(HELLO);

        byte[] wrapped = database.sql("SELECT wrapped FROM person_key WHERE owner = 'ann'")
                .query(byte[].class)
                .single();

        assertThat(MASTER.unwrap("ann", wrapped).getEncoded()).hasSize(32).isNotEqualTo(wrapped);
        assertThatThrownBy(() -> MASTER.unwrap("bob", wrapped)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void makesOneKeyHoweverManyServersAndThreadsFirstNeedItAtOnce() throws Exception {
        List<Vault> servers = List.of(vault(), vault());
        List<Callable<SealedText>> seals = IntStream.range(0, 64)
                .<Callable<SealedText>>mapToObj(i -> () -> servers.get(i % 2).seal(HELLO))
                .toList();

        List<SealedText> sealed = allAtOnce(seals);

        Vault third = vault();
        assertThat(sealed).allSatisfy(text -> assertThat(open(third, text)).isEqualTo(HELLO));
    }

    @Test
    void keepsTheKeyEvenWhenTheTransactionOfTheCallerRollsBack() {
        Vault vault = vault();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));

        SealedText sealed = transaction.execute(status -> {
            status.setRollbackOnly();
            return vault.seal(HELLO);
        });

        assertThat(open(vault(), sealed)).isEqualTo(HELLO);
    }

    @Test
    void readsWhatADestroyedKeySealedAsErased() {
        SealedText sealed = vault().seal(HELLO);
        destroyKey();

        assertThat(open(vault(), sealed)).isEqualTo(new PersonalText(ANN, PersonalText.ERASED));
    }

    @Test
    void sealsNothingForAnErasedPersonAndNeverMakesThemAnotherKey() {
        vault().seal(HELLO);
        destroyKey();

        assertThat(vault().seal(HELLO).sealed()).isEmpty();
        assertThat(vault().close(HELLO)).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM person_key WHERE owner = 'ann' AND wrapped IS NULL")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void sealsAlikeForWhatIsBuiltFromEventsAndNeverForEvents() {
        Vault vault = vault();

        assertThat(vault().close(HELLO)).isEqualTo(vault.close(HELLO));
        assertThat(vault.close(new PersonalText(ANN, "hallo"))).isNotEqualTo(vault.close(HELLO));
        assertThat(vault.close(new PersonalText(new UserId("bob"), "hello"))).isNotEqualTo(vault.close(HELLO));
        assertThat(vault.seal(HELLO).sealed()).isNotEqualTo(vault.seal(HELLO).sealed());
        assertThat(vault.open(ANN, vault.close(HELLO))).isEqualTo(HELLO);
    }

    @Test
    void nothingIsLeftOfAnErasedPersonOnAnyServerThatIsTold() {
        PersonKeys here = keys();
        Vault elsewhere = vault();
        byte[] sealed = elsewhere.close(HELLO);

        here.destroy(ANN);
        elsewhere.forget(ANN);

        assertThat(new Vault(here).open(ANN, sealed).text()).isEqualTo(PersonalText.ERASED);
        assertThat(elsewhere.open(ANN, sealed).text()).isEqualTo(PersonalText.ERASED);
        assertThat(elsewhere.close(HELLO)).isEmpty();
    }

    @Test
    void aKeyIsDestroyedAgainAndBeforeThereWasOne() {
        PersonKeys keys = keys();

        keys.destroy(ANN);
        keys.destroy(ANN);

        assertThat(vault().close(HELLO)).isEmpty();
    }

    @Test
    void opensNothingOfSomebodyWhoNeverHadAKey() {
        SealedText unknown =
                new SealedText(new UserId("bob"), vault().seal(HELLO).sealed());

        assertThatThrownBy(() -> open(vault(), unknown)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesToStartWithAnotherMasterKey() {
        vault();

        assertThatThrownBy(() -> vault(master(2)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not the one with which this event store was begun");
    }

    @Test
    void saysThatTheStoreIsAwayWhenTheDatabaseDoesNotAnswer() throws SQLException {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        var table = new PersonKeyTable(nowhere, MASTER);

        assertThatThrownBy(() -> table.find("ann")).isInstanceOf(StoreUnavailable.class);
    }

    private Vault vault() {
        return vault(MASTER);
    }

    private Vault vault(MasterKey master) {
        return new Vault(new PersonKeys(new PersonKeyTable(dataSource, master)));
    }

    private PersonKeys keys() {
        return new PersonKeys(new PersonKeyTable(dataSource, MASTER));
    }

    private static PersonalText open(Vault vault, SealedText text) {
        return vault.open(text.owner(), text.sealed());
    }

    private void destroyKey() {
        database.sql("UPDATE person_key SET wrapped = NULL WHERE owner = 'ann'").update();
    }

    private static MasterKey master(int first) {
        var bytes = new byte[MasterKey.BYTES];
        bytes[0] = (byte) first;
        return MasterKey.parse(Base64.getEncoder().encodeToString(bytes), "test");
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
