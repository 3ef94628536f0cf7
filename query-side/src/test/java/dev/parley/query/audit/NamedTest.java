package dev.parley.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.classroom.ClassroomEvent.ClassDefined;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.ReportType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CID = new UserId("cid");

    @Test
    void areAllInLists() {
        assertThat(Named.in(new ClassDefined(new ClassId("chess"), List.of(ANN), List.of(BEN, CID), true)))
                .containsExactly(ANN, BEN, CID);
    }

    @Test
    void areBothOfAConversation() {
        assertThat(Named.in(new ConversationStarted(ConversationId.of(ANN, BEN), BEN)))
                .containsExactlyInAnyOrder(ANN, BEN);
    }

    @Test
    void areTheReportedAndTheReporter() {
        var file = new CaseId(new CaseFileId(CaseKind.CONDUCT, BEN), 1);
        var text = new PersonalText(CID, "shouts");
        assertThat(Named.in(new ReportFiled(file, 1, ANN, ReportType.CHAT, text, Optional.empty(), Optional.empty())))
                .containsExactlyInAnyOrder(ANN, BEN);
    }
}
