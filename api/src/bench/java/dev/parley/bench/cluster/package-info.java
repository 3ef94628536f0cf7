/** Several nodes behind Axon Server, of which some are killed: see docs/benchmarks.md. */
package dev.parley.bench.cluster;
