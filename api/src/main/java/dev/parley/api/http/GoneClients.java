package dev.parley.api.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Hooks;

/** Failures that say nothing but that a client has gone: nobody is left to be answered, and nothing is wrong here. */
final class GoneClients {
    private static final Logger LOG = LoggerFactory.getLogger(GoneClients.class);

    private GoneClients() {}

    static boolean caused(Throwable failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    /** Failures that come too late for everybody are logged as errors, as Reactor does itself, but for these. */
    static void leaveOutOfLog() {
        Hooks.onErrorDropped(failure -> {
            if (caused(failure)) {
                LOG.debug("A client has gone", failure);
            } else {
                LOG.error("A failure came when nobody waited for it any more", failure);
            }
        });
    }
}
