package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The tables of the event store's database. */
class SchemaTest {
    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type, is_nullable, character_maximum_length, column_default
            FROM information_schema.columns WHERE table_name LIKE '%entry' ORDER BY 1, 2""";
    private static final String KEYS = """
            SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE contype IN ('p', 'u') AND conrelid::regclass::text LIKE '%entry' ORDER BY 1, 2""";

    private final DataSource database = TestDatabase.create();

    @RepeatedTest(5)
    void isMadeWhenSeveralServersStartAtOnce() throws Exception {
        List<Callable<Schema>> starts = IntStream.range(0, 8)
                .<Callable<Schema>>mapToObj(i -> () -> new Schema(database))
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Schema> start : threads.invokeAll(starts)) {
                assertThat(start.get()).isNotNull();
            }
        }
    }

    @Test
    void hasAxonsTablesAsAxonMakesThem() {
        DataSource axons = TestDatabase.create();
        var json = TestSerializers.events();
        PostgresEngine.builder(axons, new DataSourceTransactionManager(axons), json, json)
                .build()
                .createSchema(PostgresEventTableFactory.INSTANCE);
        JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(axons))
                .serializer(json)
                .build()
                .createSchema(PostgresTokenTableFactory.INSTANCE);

        new Schema(database);

        assertThat(rows(database, COLUMNS)).isEqualTo(rows(axons, COLUMNS)).hasSize(25);
        assertThat(rows(database, KEYS)).isEqualTo(rows(axons, KEYS)).hasSize(6);
    }

    private static List<?> rows(DataSource database, String sql) {
        return JdbcClient.create(database).sql(sql).query().listOfRows();
    }
}
