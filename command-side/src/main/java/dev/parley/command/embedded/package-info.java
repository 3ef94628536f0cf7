/** The event store of the {@code embedded} profile: a PostgreSQL server that this process starts and stops. */
package dev.parley.command.embedded;
