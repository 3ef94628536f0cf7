package dev.parley.query.forum;

import dev.parley.kernel.forum.CategoryEvent;
import dev.parley.kernel.forum.CategoryEvent.CategoryChanged;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/** Keeps what each category is called, is for, and where it stands. */
@Projection(name = "topics", collections = CategoryDocument.COLLECTION)
class CategoryProjection {
    private final Writes writes;

    CategoryProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(CategoryEvent event, @SequenceNumber long sequence) {
        Document category = switch (event) {
            case CategoryOpened opened -> category(opened.name(), opened.description(), opened.order());
            case CategoryChanged changed -> category(changed.name(), changed.description(), changed.order());
        };
        raise(event.categoryId(), Latest.of(sequence, category));
    }

    private void raise(CategoryId category, Document latest) {
        String field = CategoryDocument.field(category.slug());
        writes.raise(CategoryDocument.COLLECTION, CategoryDocument.ID, new Document(field, latest));
    }

    private static Document category(String name, String description, int order) {
        return new Document(CategoryDocument.NAME, name)
                .append(CategoryDocument.DESCRIPTION, description)
                .append(CategoryDocument.ORDER, order);
    }
}
