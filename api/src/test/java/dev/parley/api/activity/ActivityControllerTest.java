package dev.parley.api.activity;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.api.http.Freshness;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.activity.ActivityDayView;
import dev.parley.query.activity.ActivityQuery.ListActivity;
import dev.parley.query.activity.ActivityQuery.ReadFeed;
import dev.parley.query.activity.FeedItemView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

class ActivityControllerTest extends ApiTest {
    private static final long WRITTEN = 4711;

    @Test
    void theFeedWaitsForTheTitlesOfTopicsToo() {
        given(queries.query(isA(ReadFeed.class), ArgumentMatchers.<ResponseType<Page<FeedItemView>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(), null)));
        assertWaitsForBoth("/api/feed/");
    }

    @Test
    void theActivityLogWaitsForTheTitlesOfTopicsToo() {
        given(usernames.find(any())).willReturn(Optional.of(new UserId("dev-ben")));
        given(queries.query(isA(ListActivity.class), ArgumentMatchers.<ResponseType<Page<ActivityDayView>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(), null)));
        assertWaitsForBoth("/api/users/ben/activity/");
    }

    private void assertWaitsForBoth(String uri) {
        as("ann")
                .get()
                .uri(uri)
                .header(Freshness.MIN_POSITION, Long.toString(WRITTEN))
                .exchange()
                .expectStatus()
                .isOk();
        then(positions).should().reached("activities", WRITTEN);
        then(positions).should().reached("topics", WRITTEN);
    }
}
