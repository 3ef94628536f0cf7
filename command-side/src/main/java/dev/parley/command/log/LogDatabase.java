package dev.parley.command.log;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of events, for those who read it otherwise than stream by stream: all that was stored before a statement is
 * there when the statement is run.
 */
record LogDatabase(JdbcClient client) {}
