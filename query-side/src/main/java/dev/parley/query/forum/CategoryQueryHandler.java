package dev.parley.query.forum;

import dev.parley.query.Latest;
import dev.parley.query.Page;
import dev.parley.query.forum.TopicQuery.ListCategories;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Answers which categories there are. */
@Component
class CategoryQueryHandler {
    private static final Comparator<CategoryView> IN_ORDER =
            Comparator.comparing(CategoryView::order).thenComparing(CategoryView::slug);

    private final StoredCategories stored;
    private final ForumReaders readers;

    CategoryQueryHandler(StoredCategories stored, ForumReaders readers) {
        this.stored = stored;
        this.readers = readers;
    }

    @QueryHandler
    CompletableFuture<Page<CategoryView>> handle(ListCategories query) {
        return readers.read(query.viewer(), () -> stored.all().thenApply(all -> new Page<>(views(all), null)));
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
