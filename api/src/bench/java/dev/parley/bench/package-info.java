/** Measures a running Parley. Built in the Maven profile {@code bench} alone, into no jar: see docs/benchmarks.md. */
package dev.parley.bench;
