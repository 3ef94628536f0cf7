package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;

/** What happened in a room, and how it looks to each viewer. */
sealed interface Entry {
    Frame shownTo(Viewer viewer);

    /** Whether the viewer is told of it at all. */
    default boolean isFor(Viewer viewer) {
        return true;
    }

    /** Looks the same to everybody. */
    record Plain(Frame frame) implements Entry {
        @Override
        public Frame shownTo(Viewer viewer) {
            return frame;
        }
    }

    /** A line, whose text only moderators see once it is removed, or while its author is timed out. */
    final class Line implements Entry {
        private final Frame whole;
        private final Redactions redactions;
        /** What is shown since the line was removed, or {@code null} while it was not. */
        private volatile Removed removed;

        private volatile Frame hidden;

        Line(Frame whole, Redactions redactions) {
            this.whole = whole;
            this.redactions = redactions;
        }

        private record Removed(Frame toModerators, Frame toOthers) {}

        @Override
        public Frame shownTo(Viewer viewer) {
            Removed now = removed;
            if (now != null) {
                return viewer.moderator() ? now.toModerators() : now.toOthers();
            }
            return viewer.maySee(redactions.author()) ? whole : hidden();
        }

        @Override
        public boolean isFor(Viewer viewer) {
            return !viewer.blocked().contains(redactions.author());
        }

        boolean isBy(UserId author) {
            return redactions.author().equals(author);
        }

        void remove(Removal removal) {
            removed = new Removed(redactions.removedWithText(removal), redactions.removed(removal));
        }

        private Frame hidden() {
            Frame frame = hidden;
            if (frame == null) {
                frame = redactions.hidden();
                hidden = frame;
            }
            return frame;
        }
    }
}
