/** The forum as it is read: categories, topics, and the lists in which they stand. */
package dev.parley.query.forum;
