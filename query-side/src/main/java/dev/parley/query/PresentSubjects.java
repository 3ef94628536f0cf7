package dev.parley.query;

import dev.parley.kernel.moderation.Subject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How things of one kind that people report are at present, as far as the read model of them has come. */
public interface PresentSubjects {
    Subject.Kind kind();

    /**
     * One read.
     *
     * @param id as the API gives it for such a thing
     * @return nothing where there is no such thing
     */
    CompletableFuture<Optional<PresentSubject>> find(String id);
}
