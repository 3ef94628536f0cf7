/** The read models' and the search engine's servers in the {@code embedded} profile, started and stopped with ours. */
package dev.parley.query.embedded;
