package dev.parley.query.member;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.member.MemberQuery.FindMember;
import dev.parley.query.member.MemberQuery.FindSettings;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what is asked about one person. */
@Component
class MemberQueryHandler {
    private final ReadModel members;

    MemberQueryHandler(ReadModels readModels) {
        this.members = readModels.of(MemberDocument.COLLECTION);
    }

    @QueryHandler
    CompletableFuture<SettingsView> handle(FindSettings query) {
        return find(query.member())
                .defaultIfEmpty(new Document())
                .map(MemberDocument::settings)
                .toFuture();
    }

    @QueryHandler
    CompletableFuture<MemberView> handle(FindMember query) { // null when unknown: the one null Axon asks for
        return find(query.member())
                .filter(member -> member.containsKey(MemberDocument.JOINED_AT))
                .map(MemberQueryHandler::toView)
                .toFuture();
    }

    private Mono<Document> find(UserId member) {
        return Mono.from(members.find(eq(member.value())).first());
    }

    private static MemberView toView(Document member) {
        String id = member.getString("_id");
        return new MemberView(
                id,
                Latest.read(member, MemberDocument.USERNAME, String.class).orElse(id),
                member.getDate(MemberDocument.JOINED_AT).toInstant());
    }
}
