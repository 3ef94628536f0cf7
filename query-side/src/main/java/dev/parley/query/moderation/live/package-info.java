/** What happens in moderation, as it happens. */
package dev.parley.query.moderation.live;
