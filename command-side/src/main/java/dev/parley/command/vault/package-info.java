/** Keeps personal text encrypted wherever it is stored: a key per person, wrapped by one master key. */
package dev.parley.command.vault;
