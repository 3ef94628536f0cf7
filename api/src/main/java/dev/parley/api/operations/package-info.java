/** Operating the server: its projections. */
package dev.parley.api.operations;
