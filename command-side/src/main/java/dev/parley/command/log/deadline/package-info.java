/** What ends by itself: kept beside the event store, and told by a command once its time has come. */
package dev.parley.command.log.deadline;
