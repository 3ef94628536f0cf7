/** Copies of the event store's database, to have it again when it is lost. */
package dev.parley.command.backup;
