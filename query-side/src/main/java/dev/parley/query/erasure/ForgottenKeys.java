package dev.parley.query.erasure;

import dev.parley.kernel.TextSeal;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.query.live.LogListener;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has this node forget the key of whoever was erased, on whichever node that was. */
@Component
@Order(LogListener.KEYS)
class ForgottenKeys implements LogListener {
    private final TextSeal seal;

    ForgottenKeys(TextSeal seal) {
        this.seal = seal;
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberErased.class.equals(event.getPayloadType())) {
            seal.forget(((MemberErased) event.getPayload()).member());
        }
    }
}
