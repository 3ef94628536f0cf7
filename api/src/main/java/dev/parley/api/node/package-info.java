/** Queries between nodes, where Axon Server routes them. */
package dev.parley.api.node;
