package dev.parley.query.member;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.member.MemberQuery.FindSettings;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what is asked about one person. */
@Component
class MemberQueryHandler {
    private final MongoCollection<Document> members;

    MemberQueryHandler(MongoDatabase readDatabase) {
        this.members = readDatabase.getCollection(MemberProjection.COLLECTION);
    }

    @QueryHandler
    CompletableFuture<SettingsView> handle(FindSettings query) {
        return find(query.member())
                .map(MemberQueryHandler::toSettings)
                .defaultIfEmpty(SettingsView.DEFAULT)
                .toFuture();
    }

    private Mono<Document> find(UserId member) {
        return Mono.from(members.find(eq(member.value())).first());
    }

    private static SettingsView toSettings(Document member) {
        return new SettingsView(
                Latest.read(member, MemberProjection.ZEN_MODE, Boolean.class).orElse(SettingsView.DEFAULT.zenMode()),
                Latest.read(member, MemberProjection.CHAT_TAB, String.class).orElse(SettingsView.DEFAULT.chatTab()));
    }
}
