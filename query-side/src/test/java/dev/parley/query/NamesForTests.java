package dev.parley.query;

import dev.parley.kernel.member.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Everybody goes by their id until they are renamed. */
public final class NamesForTests implements Names {
    private final Map<UserId, String> renamed = new HashMap<>();

    public void rename(UserId id, String username) {
        renamed.put(id, username);
    }

    @Override
    public PersonView person(UserId id) {
        return PersonView.of(id, renamed.getOrDefault(id, id.value()));
    }

    @Override
    public CompletableFuture<Map<UserId, PersonView>> people(Set<UserId> ids) {
        return CompletableFuture.completedFuture(ids.stream().collect(Collectors.toMap(id -> id, this::person)));
    }

    @Override
    public long renames() {
        return renamed.size();
    }
}
