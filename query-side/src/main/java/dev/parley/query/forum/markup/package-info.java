/** What people write in the forum: Markdown, and the HTML that is made of it. */
package dev.parley.query.forum.markup;
