package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Names a request, so that sending it again has no further effect: the header {@code Idempotency-Key}, or the
 * {@code client_message_id} of a line; 1 to 64 visible ASCII characters, unique per sender.
 */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    private static final String CLIENT_ID = "client_message_id";
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,64}");
    private static final int DIGEST_BYTES = 16;

    private IdempotencyKey() {}

    /**
     * @param clientId {@code client_message_id} of the body; empty for none
     * @return the key of a request, empty where it has none
     * @throws ProblemException 400 when the header has another shape
     * @throws InvalidValue when the client id has, or is another than the header
     */
    static String of(HttpHeaders headers, String clientId) {
        String header = headers.getFirst(HEADER);
        if (!clientId.isEmpty()) {
            requireClientId(clientId);
        }
        if (header == null) {
            return clientId;
        }
        if (!SHAPE.matcher(header).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "Idempotency-Key is 1 to 64 visible ASCII characters.");
        }
        InvalidValue.unless(
                clientId.isEmpty() || clientId.equals(header), CLIENT_ID, "the same as Idempotency-Key, or none");
        return header;
    }

    /** @throws InvalidValue if a {@code client_message_id} has another shape */
    public static void requireClientId(String clientId) {
        InvalidValue.unless(SHAPE.matcher(clientId).matches(), CLIENT_ID, "1 to 64 visible ASCII characters");
    }

    /**
     * Digest of what is asked for, in 22 characters: two requests with one key are the same if their digests are.
     *
     * @param address the path, without a slash at its end, and what is asked for behind a question mark
     * @param body the body as it was understood, so that spaces and the order of fields do not matter
     */
    public static String digest(String method, String address, Object body) {
        MessageDigest sha = sha256();
        sha.update((method + " " + address + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(Json.mapper().writeValueAsBytes(body));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha.digest(), DIGEST_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
