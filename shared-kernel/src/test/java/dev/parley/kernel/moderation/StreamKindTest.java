package dev.parley.kernel.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsId;
import org.junit.jupiter.api.Test;

class StreamKindTest {
    private static final UserId BEN = new UserId("ben");

    @Test
    void findsTheStreamsThatThereAre() {
        assertThat(StreamKind.RELATION.stream("ben"))
                .isEqualTo(RelationsId.of(BEN).value());
        assertThat(StreamKind.CATEGORY.stream("general")).isEqualTo(new CategoryId("general").toString());
        assertThat(StreamKind.APPEAL.stream("appeal~action~ben~1"))
                .isEqualTo(new AppealId(new ActionId(BEN, 1)).toString());
    }

    @Test
    void findsTheFileOfACaseAndOfAReport() {
        String file = new CaseFileId(CaseKind.CONDUCT, BEN).toString();
        assertThat(StreamKind.CASE.stream(file)).isEqualTo(file);
        assertThat(StreamKind.CASE.stream(file + "~2")).isEqualTo(file);
        assertThat(StreamKind.of("report").stream(file + "~2~1")).isEqualTo(file);
        assertThat(StreamKind.CASE.stream("nonsense")).isEqualTo("nonsense");
    }

    @Test
    void leadsBackFromAStream() {
        StreamKind kind = StreamKind.ofAggregate("Relations").orElseThrow();
        assertThat(kind.label()).isEqualTo("relation");
        assertThat(kind.id("relations~ben")).isEqualTo("ben");
        assertThat(StreamKind.ofAggregate("Notes")).isEmpty();
    }

    @Test
    void concernsThoseAboutWhomSomethingIsDoneOrLookedAt() {
        assertThat(StreamKind.CASE.concerned("case~conduct~ben")).containsExactly(BEN);
        assertThat(StreamKind.MEMBER.concerned("ben")).containsExactly(BEN);
        assertThat(StreamKind.APPEAL.concerned("appeal~action~ben~1")).containsExactly(BEN);
        assertThat(StreamKind.LOOK.concerned("look~dm~ann~ben")).containsExactlyInAnyOrder(new UserId("ann"), BEN);
        assertThat(StreamKind.CONVERSATION.concerned("dm~ann~ben")).isEmpty();
        assertThat(StreamKind.CASE.concerned("nonsense")).isEmpty();
    }

    @Test
    void knowsNoOther() {
        assertThatThrownBy(() -> StreamKind.of("notes")).isInstanceOf(InvalidValue.class);
    }
}
