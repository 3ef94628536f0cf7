/** Dead letters: events that a projection could not handle, and what waits behind them in their streams. */
package dev.parley.query.projection.letter;
