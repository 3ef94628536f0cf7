/** Reports and the cases that they make, as moderators and reporters read them. */
package dev.parley.query.moderation;
