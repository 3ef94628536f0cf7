/** Takes events out of the log: for analysts under pseudonyms, and for a person what is theirs. */
package dev.parley.command.export;
