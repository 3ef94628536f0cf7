package dev.parley.query;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;

/**
 * That a post in the forum speaks of somebody.
 *
 * @param position in the log
 */
public record Mention(long position, PostId post, UserId author, Instant at) {}
