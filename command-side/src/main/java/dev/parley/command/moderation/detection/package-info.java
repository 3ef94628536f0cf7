/** What the server itself makes of what people write. */
package dev.parley.command.moderation.detection;
