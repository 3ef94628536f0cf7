package dev.parley.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.parley.kernel.TextSeal;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The way to MongoDB: one client that waits for what the projections write, one that never blocks for what queries read.
 * A server that is away is given up on after 2 s, an operation after 5 s.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
class ReadModelConfiguration {
    /** @param address of MongoDB where something in this process knows it; else the settings tell */
    @Bean
    MongoClientSettings mongoClientSettings(
            ObjectProvider<ConnectionString> address, MongoSettings configured, TextSeal seal) {
        ConnectionString known = address.getIfAvailable();
        return known == null ? settings(configured.address(), configured, seal) : settings(known, seal);
    }

    /** Of a server that asks nobody for a password, such as the embedded one. */
    static MongoClientSettings settings(ConnectionString address, TextSeal seal) {
        return of(address, seal).build();
    }

    static MongoClientSettings settings(ConnectionString address, MongoSettings configured, TextSeal seal) {
        MongoClientSettings.Builder settings = of(address, seal);
        configured.credential().ifPresent(settings::credential);
        configured.trusted().ifPresent(trusted -> settings.applyToSslSettings(tls -> tls.context(trusted.context())));
        return settings.build();
    }

    private static MongoClientSettings.Builder of(ConnectionString address, TextSeal seal) {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS))
                .codecRegistry(CodecRegistries.fromRegistries(
                        SealedTexts.with(seal), MongoClientSettings.getDefaultCodecRegistry()))
                .applicationName("parley")
                .applyConnectionString(address)
                .writeConcern(MongoSettings.WRITES)
                .readConcern(MongoSettings.READS)
                .readPreference(MongoSettings.READ_FROM);
    }

    @Bean
    MongoClient writingClient(MongoClientSettings settings) {
        return MongoClients.create(settings);
    }

    @Bean
    com.mongodb.client.MongoDatabase writtenDatabase(MongoClient writingClient, MongoSettings configured) {
        return writingClient.getDatabase(configured.database());
    }

    @Bean
    com.mongodb.reactivestreams.client.MongoClient readingClient(MongoClientSettings settings) {
        return com.mongodb.reactivestreams.client.MongoClients.create(settings);
    }

    @Bean
    com.mongodb.reactivestreams.client.MongoDatabase readDatabase(
            com.mongodb.reactivestreams.client.MongoClient readingClient, MongoSettings configured) {
        return readingClient.getDatabase(configured.database());
    }

    @Bean
    Writes writes(com.mongodb.client.MongoDatabase writtenDatabase, ProjectionCatalog catalog) {
        return new Writes(writtenDatabase, catalog::collectionsOf);
    }
}
