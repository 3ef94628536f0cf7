/** The forum: categories, topics in them, posts in those. */
package dev.parley.kernel.forum;
