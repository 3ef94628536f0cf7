package dev.parley.command.forum;

import static dev.parley.command.forum.ForumFixture.ADMIN;
import static dev.parley.command.forum.ForumFixture.ANN;
import static dev.parley.command.forum.ForumFixture.GENERAL;
import static dev.parley.command.forum.ForumFixture.MODERATOR;
import static dev.parley.command.forum.ForumFixture.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.SnapshotLog;
import dev.parley.command.SnapshotShape;
import dev.parley.command.forum.CategoryCommand.ChangeCategory;
import dev.parley.command.forum.CategoryCommand.OpenCategory;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryDescription;
import dev.parley.kernel.forum.CategoryEvent.CategoryChanged;
import dev.parley.kernel.forum.CategoryEvent.CategoryOpened;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.CategoryName;
import dev.parley.kernel.forum.CategoryOrder;
import dev.parley.kernel.member.Actor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A category. */
class CategoryTest {
    private static final CategoryId VARIANTS = new CategoryId("variants");

    private final ForumFixture forum = new ForumFixture();

    @AfterEach
    void stop() {
        forum.stop();
    }

    @Test
    void isOpenedOnce() {
        assertThat(forum.addedBy(open(ADMIN, VARIANTS)))
                .containsExactly(new CategoryOpened(VARIANTS, "Variants", "Not quite chess", 7));
        forum.assertRefused(open(ADMIN, VARIANTS), Rejection.CATEGORY_EXISTS);
    }

    @Test
    void isChangedInWhatIsNamed() {
        assertThat(forum.addedBy(rename(ADMIN, "All of chess")))
                .containsExactly(new CategoryChanged(GENERAL, "All of chess", "", 1));
        assertThat(forum.addedBy(rename(ADMIN, "All of chess"))).isEmpty();
    }

    @Test
    void isForAdmins() {
        for (Actor other : List.of(ANN, MODERATOR, SERVICE)) {
            forum.assertRefused(open(other, VARIANTS), Rejection.NOT_ALLOWED);
            forum.assertRefused(rename(other, "Mine"), Rejection.NOT_ALLOWED);
        }
    }

    @Test
    void hasASnapshotOfTheShapeOfItsRevision() throws IOException {
        SnapshotShape.assertOfItsRevision(told());
    }

    @Test
    void goesOnFromASnapshotAsFromAllEvents() {
        Category before = told();
        assertThat(SnapshotLog.throughJson(before)).usingRecursiveComparison().isEqualTo(before);
    }

    private static Category told() {
        Category category = new Category();
        category.on(new CategoryOpened(GENERAL, "General", "For all", 1), "command-1");
        return category;
    }

    private static OpenCategory open(Actor by, CategoryId slug) {
        return new OpenCategory(
                by,
                slug,
                new CategoryName("Variants"),
                new CategoryDescription("Not quite chess"),
                new CategoryOrder(7));
    }

    private static ChangeCategory rename(Actor by, String name) {
        return new ChangeCategory(by, GENERAL, Optional.of(new CategoryName(name)), Optional.empty(), Optional.empty());
    }
}
