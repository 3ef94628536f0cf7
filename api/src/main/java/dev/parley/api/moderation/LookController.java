package dev.parley.api.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.Positions;
import dev.parley.query.direct.LookQuery;
import dev.parley.query.direct.LookView;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What two people write to each other, for moderators who hold a case that concerns it or say why: each look is told. */
@RestController
class LookController {
    private final Dispatch dispatch;
    private final Positions positions;
    private final QueryGateway queries;

    LookController(Dispatch dispatch, Positions positions, QueryGateway queries) {
        this.dispatch = dispatch;
        this.positions = positions;
        this.queries = queries;
    }

    /**
     * @param caseId of a case that the moderator holds; {@code null} for none
     * @param reason 10 to 1,000 characters; {@code null} with a case
     */
    record Purpose(
            @JsonProperty("case") String caseId,
            @JsonProperty("reason") String reason) {
        LookAtConversation command(Caller caller, LookQuery query) {
            return new LookAtConversation(caller.actor(), query.conversationId(), held(), query.end(), reason);
        }

        private Optional<CaseId> held() {
            try {
                return Optional.ofNullable(caseId).map(CaseId::parse);
            } catch (InvalidValue none) {
                throw new InvalidValue("case", "the id of a case");
            }
        }
    }

    /**
     * Looks at a conversation, and has the log say so, each time anew: an idempotency key changes nothing. 200 with the
     * newest 50 messages, or those right before one. Problems: account-ban, not-allowed (403), unknown-conversation, unknown-case (404),
     * inquiry-lost, case-decided (409), invalid-value (422).
     *
     * @param before id of the message right after the page
     */
    @PostMapping("/api/mod/conversations/{conversationId}/look")
    Mono<LookView> look(
            @PathVariable ConversationId conversationId,
            @RequestParam(defaultValue = "") String before,
            @RequestBody Purpose body,
            Caller caller,
            ServerWebExchange exchange) {
        LookQuery query = query(conversationId, before);
        return dispatch.sendAnew(exchange, body.command(caller, query))
                .flatMap(outcome -> Mono.fromFuture(
                        () -> positions.reached(ModerationWebConfiguration.CONVERSATIONS, outcome.position())))
                .then(Mono.fromFuture(() -> queries.query(query, LookView.class)));
    }

    /** @throws InvalidValue if it is before no message of this conversation */
    static LookQuery query(ConversationId conversation, String before) {
        return before.isEmpty() ? LookQuery.newest(conversation) : LookQuery.before(message(before), conversation);
    }

    private static DirectMessageId message(String before) {
        try {
            return DirectMessageId.parse(before);
        } catch (InvalidValue none) {
            throw new InvalidValue("before", "the id of a message in this conversation");
        }
    }
}
