/** Measures how fast events leave the server. */
package dev.parley.bench.export;
