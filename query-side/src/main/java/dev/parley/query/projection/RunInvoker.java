package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Has a projection's handlers write to one of its runs. */
final class RunInvoker implements EventHandlerInvoker {
    private final ProjectionRun run;
    private final EventHandlerInvoker handlers;

    RunInvoker(ProjectionRun run, EventHandlerInvoker handlers) {
        this.run = run;
        this.handlers = handlers;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        run.enter(CurrentUnitOfWork.get());
        handlers.handle(message, segment);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return handlers.canHandle(message, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
    }

    /** A read model is never emptied in place: it is built anew beside itself. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
