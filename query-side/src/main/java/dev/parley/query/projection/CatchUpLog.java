package dev.parley.query.projection;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log how a projection that is far behind catches up: its position, the log's head, events per second and the
 * time left, every 5 s. Silent for one that keeps up.
 */
class CatchUpLog {
    /** A projection this many events behind the head is catching up, and not merely busy. */
    static final long FAR = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(CatchUpLog.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final String projection;
    private final LongSupplier head;
    private final LongSupplier nanoTime;
    private long toldAt;
    private long toldPosition = -1;
    private boolean catchingUp;

    /** @param head index of the log's newest event; asked for once in 5 s */
    CatchUpLog(String projection, LongSupplier head, LongSupplier nanoTime) {
        this.projection = projection;
        this.head = head;
        this.nanoTime = nanoTime;
        this.toldAt = nanoTime.getAsLong() - INTERVAL_NANOS;
    }

    /** Called after each batch, by the thread that handled it. */
    void at(long position) {
        long elapsed = nanoTime.getAsLong() - toldAt;
        if (elapsed >= INTERVAL_NANOS) {
            tell(position, head.getAsLong(), elapsed);
            toldAt += elapsed;
            toldPosition = position;
        }
    }

    private void tell(long position, long newest, long elapsed) {
        if (newest - position >= FAR) {
            long perSecond = catchingUp ? (position - toldPosition) * 1_000_000_000L / elapsed : 0;
            LOG.info(
                    "{} catches up: at {} of {}, {} events/s, {} left",
                    projection,
                    position,
                    newest,
                    perSecond,
                    left(newest - position, perSecond));
            catchingUp = true;
        } else if (catchingUp) {
            LOG.info("{} has caught up: at {} of {}", projection, position, newest);
            catchingUp = false;
        }
    }

    private static String left(long events, long perSecond) {
        return perSecond > 0 ? events / perSecond + " s" : "unknown time";
    }
}
