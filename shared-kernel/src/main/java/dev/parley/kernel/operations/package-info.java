/** What operators ask of the projections. */
package dev.parley.kernel.operations;
