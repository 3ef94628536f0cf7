/** Puts a forum in, and measures how it is read and how soon its search knows what happened. */
package dev.parley.bench.forum;
