/** The posts of the forum's topics. */
package dev.parley.query.forum.post;
