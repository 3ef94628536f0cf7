/** Runs the projections: how they read the log, how far they are, and how a read model is built anew beside itself. */
package dev.parley.query.projection;
