/** What becomes of the server when a store is away, and when more is asked of it than it can do. */
package dev.parley.bench.trouble;
