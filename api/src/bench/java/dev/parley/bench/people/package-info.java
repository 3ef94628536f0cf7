/** Fills a server with a community, and measures what its size costs. */
package dev.parley.bench.people;
