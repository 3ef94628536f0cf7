package dev.parley.query.erasure;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;

/** Everything that can be asked about erasures. */
public sealed interface ErasureQuery {
    /**
     * Answered with the {@link CertificateView}, for the person themselves and for admins; refused as {@code NOT_ALLOWED}
     * to others, and as {@code NO_ERASURE} where nobody asked for it.
     */
    record FindErasure(Actor viewer, UserId person) implements ErasureQuery {}
}
