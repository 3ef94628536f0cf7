package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Which posts speak of somebody. */
public interface MentionLists {
    /** The projection that keeps them. */
    String PROJECTION = "mentions";

    /** Their latest mentions, the earliest first: {@value #MOST} at most. */
    CompletableFuture<List<Mention>> of(UserId person);

    /** So many are kept for each person. */
    int MOST = 200;
}
