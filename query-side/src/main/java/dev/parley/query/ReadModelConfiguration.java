package dev.parley.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.parley.kernel.TextSeal;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The way to MongoDB: one client that waits for what the projections write, one that never blocks for what queries read.
 * A server that is away is given up on after 2 s, an operation after 5 s.
 */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {
    /** @param address of MongoDB where something in this process knows it; else {@code parley.mongodb.uri} tells */
    @Bean
    MongoClientSettings mongoClientSettings(
            ObjectProvider<ConnectionString> address, @Value("${parley.mongodb.uri:}") String uri, TextSeal seal) {
        return settings(address.getIfAvailable(() -> new ConnectionString(uri)), seal);
    }

    static MongoClientSettings settings(ConnectionString address, TextSeal seal) {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .codecRegistry(CodecRegistries.fromRegistries(
                        SealedTexts.with(seal), MongoClientSettings.getDefaultCodecRegistry()))
                .applicationName("parley")
                .applyConnectionString(address)
                .build();
    }

    @Bean
    MongoClient writingClient(MongoClientSettings settings) {
        return MongoClients.create(settings);
    }

    @Bean
    com.mongodb.client.MongoDatabase writtenDatabase(
            MongoClient writingClient, @Value("${parley.mongodb.database:parley}") String name) {
        return writingClient.getDatabase(name);
    }

    @Bean
    com.mongodb.reactivestreams.client.MongoClient readingClient(MongoClientSettings settings) {
        return com.mongodb.reactivestreams.client.MongoClients.create(settings);
    }

    @Bean
    com.mongodb.reactivestreams.client.MongoDatabase readDatabase(
            com.mongodb.reactivestreams.client.MongoClient readingClient,
            @Value("${parley.mongodb.database:parley}") String name) {
        return readingClient.getDatabase(name);
    }

    @Bean
    Writes writes(com.mongodb.client.MongoDatabase writtenDatabase, ProjectionCatalog catalog) {
        return new Writes(writtenDatabase, catalog::collectionsOf);
    }
}
