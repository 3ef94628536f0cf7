package dev.parley.query.forum;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.query.Latest;
import dev.parley.query.Page;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.forum.TopicQuery.ListCategories;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers which categories there are: one read. */
@Component
class CategoryQueryHandler {
    private static final Comparator<CategoryView> IN_ORDER =
            Comparator.comparing(CategoryView::order).thenComparing(CategoryView::slug);

    private final ReadModel stored;
    private final ForumReaders readers;

    CategoryQueryHandler(ReadModels readModels, ForumReaders readers) {
        this.stored = readModels.of(CategoryDocument.COLLECTION);
        this.readers = readers;
    }

    @QueryHandler
    CompletableFuture<Page<CategoryView>> handle(ListCategories query) {
        return readers.read(
                query.viewer(),
                () -> Mono.from(stored.find(eq(CategoryDocument.ID)).first())
                        .map(all -> views(all.get(CategoryDocument.CATEGORIES, new Document())))
                        .defaultIfEmpty(List.of())
                        .map(views -> new Page<>(views, null))
                        .toFuture());
    }

    private static List<CategoryView> views(Document categories) {
        return categories.keySet().stream()
                .map(slug ->
                        view(slug, Latest.read(categories, slug, Document.class).orElseThrow()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static CategoryView view(String slug, Document category) {
        return new CategoryView(
                slug,
                category.getString(CategoryDocument.NAME),
                category.getString(CategoryDocument.DESCRIPTION),
                category.getInteger(CategoryDocument.ORDER));
    }
}
