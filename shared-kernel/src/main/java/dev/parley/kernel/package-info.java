/** What both sides share: ids, values, events and refusals. Plain Java: no Spring, no database. */
package dev.parley.kernel;
