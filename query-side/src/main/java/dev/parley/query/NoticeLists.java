package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What people were told on their own streams. */
public interface NoticeLists {
    /** The projection that keeps them. */
    String PROJECTION = "notices";

    /** So many are kept for each person: the latest. */
    int MOST = 200;

    /** Those of a person, the earliest first. */
    CompletableFuture<List<Notice>> of(UserId person);
}
