/** Who is spoken of in the forum. */
package dev.parley.query.forum.mention;
