/** What people have against what was done about them. */
package dev.parley.query.moderation.appeal;
