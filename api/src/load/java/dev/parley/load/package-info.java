/** Plays clients of a Parley that runs in a JVM of its own: for tests, and for the measuring tools of src/bench. */
package dev.parley.load;
