package dev.parley.api.problem;

import dev.parley.command.CommandRejected;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.query.Positions.NotYet;
import dev.parley.query.ReadRefused;
import dev.parley.query.Stores;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.ErrorResponse;

/** Says what a failure is to the one who asked. The only place that pairs a rule with a status. */
final class ProblemAdvice {
    private static final long STORE_RETRY_SECONDS = 2;
    private static final long PROJECTION_RETRY_SECONDS = 1;

    private ProblemAdvice() {}

    static Problem problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case CommandRejected refused -> refused(refused);
            case InvalidValue invalid -> Problem.invalid(invalid.field(), invalid.getMessage());
            case ReadRefused refused ->
                Problem.of(refused.rule(), status(refused.rule()).value(), refused.getMessage());
            case NotYet late ->
                Problem.of(ProblemType.NOT_YET, "The read model has not got that far yet.")
                        .retryAfter(PROJECTION_RETRY_SECONDS);
            case StoreUnavailable away -> storeUnavailable();
            case AuthenticationServiceException away ->
                Problem.of(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE, "Tokens cannot be checked at the moment.")
                        .retryAfter(STORE_RETRY_SECONDS);
            case OAuth2AuthenticationException invalid ->
                Problem.of(ProblemType.INVALID_TOKEN, "The bearer token is not valid here, or no longer.");
            case CompletionException wrapper -> wrapped(wrapper);
            case ExecutionException wrapper -> wrapped(wrapper);
            case ErrorResponse web -> RequestProblems.problem(web);
            default -> Stores.away(failure) ? storeUnavailable() : RequestProblems.byStatus(500);
        };
    }

    private static Problem wrapped(Exception wrapper) {
        return wrapper.getCause() == null ? RequestProblems.byStatus(500) : problem(wrapper.getCause());
    }

    private static Problem refused(CommandRejected refusal) {
        int status = status(refusal.rule()).value();
        Problem problem = Problem.of(refusal.rule(), status, refusal.getMessage());
        return refusal.until().map(problem::until).orElse(problem);
    }

    static HttpStatus status(Rejection rule) {
        return switch (rule) {
            case UNKNOWN_ROOM,
                    UNKNOWN_MESSAGE,
                    UNKNOWN_CONVERSATION,
                    UNKNOWN_CLASS,
                    UNKNOWN_CATEGORY,
                    UNKNOWN_TOPIC,
                    UNKNOWN_POST,
                    UNKNOWN_CASE,
                    UNKNOWN_ACTION,
                    UNKNOWN_APPEAL,
                    UNKNOWN_PROJECTION,
                    UNKNOWN_DEAD_LETTER,
                    UNKNOWN_REPORT,
                    NO_ERASURE -> HttpStatus.NOT_FOUND;
            case UNKNOWN_USER, IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_ALLOWED,
                    NOT_A_PARTICIPANT,
                    STILL_PLAYING,
                    ROOM_DISABLED,
                    TIMED_OUT,
                    CANNOT_BE_TIMED_OUT,
                    NEAR_DUPLICATE,
                    BLOCKED,
                    BLOCKING,
                    KID_MODE,
                    MESSAGE_PRIVACY,
                    RESTRICTION,
                    CHAT_BAN,
                    COMM_BAN,
                    ACCOUNT_BAN,
                    TOO_MANY_FOLLOWS,
                    TOO_MANY_BLOCKS,
                    KID_MODE_MANAGED,
                    WRONG_PASSWORD,
                    TOPIC_CLOSED,
                    TOO_LATE_TO_EDIT,
                    OWN_DECISION -> HttpStatus.FORBIDDEN;
            case USERNAME_TAKEN,
                    ROOM_FINISHED,
                    ROOM_FULL,
                    KID_MODE_ON,
                    CLASS_FULL,
                    CATEGORY_EXISTS,
                    TOPIC_FULL,
                    TOO_MANY_REACTIONS,
                    CLAIMED_BY_ANOTHER,
                    INQUIRY_LOST,
                    CASE_FULL,
                    CASE_DECIDED,
                    SANCTION_OVER,
                    ALREADY_APPEALED,
                    APPEAL_ANSWERED,
                    PROJECTION_NEEDED,
                    REBUILD_UNDER_WAY,
                    NO_OTHER_VERSION,
                    WAITS_BEHIND_ANOTHER -> HttpStatus.CONFLICT;
            case FLOOD,
                    TOO_MANY_CONVERSATIONS,
                    TOO_MANY_MESSAGES,
                    TOO_MANY_TRIES,
                    TOO_MANY_TOPICS,
                    TOO_MANY_POSTS,
                    TOO_MANY_EDITS,
                    TOO_MANY_REPORTS -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private static Problem storeUnavailable() {
        return Problem.of(ProblemType.STORE_UNAVAILABLE, "A store is away. Nothing is known to be stored; try again.")
                .retryAfter(STORE_RETRY_SECONDS);
    }
}
