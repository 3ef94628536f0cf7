package dev.parley.command.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far reactions have handled Axon Server's log, as the database beside it knows. */
class ReactionTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ReactionTokens.class);
    /** In the JSON of a token. */
    private static final String PLACE = "(convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint";

    private static final String SET_BACK = "UPDATE tokenentry SET token = convert_to("
            + "jsonb_set(convert_from(token, 'UTF8')::jsonb, '{index}', to_jsonb(?::bigint))::text, 'UTF8')"
            + " WHERE " + PLACE + " > ?";

    private final AxonServerEngine engine;
    private final JdbcTemplate database;

    ReactionTokens(AxonServerEngine engine, JdbcTemplate database) {
        this.engine = engine;
        this.database = database;
    }

    /**
     * Moves places behind the log's end to that end, as a database has them that was backed up after Axon Server was:
     * whoever goes on from there would pass over what comes next. They are read before the end is, which other nodes move
     * on meanwhile.
     */
    void setBack() {
        Long farthest = database.queryForObject("SELECT max(" + PLACE + ") FROM tokenentry", Long.class);
        long head = engine.head();
        if (farthest != null && farthest > head) {
            int many = database.update(SET_BACK, head, head);
            LOG.warn(
                    "Axon Server's log ends at {}, before what {} reactions have handled: they go on from there",
                    head,
                    many);
        }
    }
}
