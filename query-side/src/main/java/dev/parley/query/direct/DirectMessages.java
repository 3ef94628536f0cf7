package dev.parley.query.direct;

import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads stored messages by their numbers, which have no holes, and so by their ids. */
@Component
class DirectMessages implements MessageSource {
    private final ReadModel stored;

    DirectMessages(ReadModels readModels) {
        this.stored = readModels.of(DirectDocument.COLLECTION);
    }

    /**
     * What is stored of a stretch of messages.
     *
     * @param messages by number
     */
    record Stretch(ConversationId conversation, Head head, List<DirectMessage> messages) {
        static Stretch of(ConversationId conversation, List<Document> documents) {
            Head head = Head.NONE;
            List<DirectMessage> messages = new ArrayList<>(documents.size());
            for (Document document : documents) {
                if (document.containsKey(DirectDocument.NUMBER)) {
                    messages.add(DirectMessage.of(document));
                } else {
                    head = Head.of(document);
                }
            }
            messages.sort(Comparator.comparingLong(message -> message.id().number()));
            return new Stretch(conversation, head, messages);
        }
    }

    /** One read. */
    @Override
    public CompletableFuture<Stretch> read(ConversationId conversation, long first, long last) {
        return read(conversation, LongStream.rangeClosed(first, last));
    }

    /** One read of the conversation's head and some of its messages. */
    CompletableFuture<Stretch> read(ConversationId conversation, LongStream numbers) {
        List<String> ids = new ArrayList<>();
        ids.add(conversation.value());
        numbers.forEach(number -> ids.add(DirectDocument.id(conversation, number)));
        return find(ids).thenApply(documents -> Stretch.of(conversation, documents));
    }

    /** One read of the last message of each of these. */
    CompletableFuture<List<DirectMessage>> lastOf(Collection<InboxEntry> entries) {
        List<String> ids = entries.stream()
                .map(entry -> DirectDocument.id(entry.conversation(), entry.last()))
                .toList();
        return find(ids)
                .thenApply(found -> found.stream().map(DirectMessage::of).toList());
    }

    private CompletableFuture<List<Document>> find(List<String> ids) {
        return Flux.from(stored.find(in("_id", ids)).batchSize(ids.size() + 1))
                .collectList()
                .toFuture();
    }
}
