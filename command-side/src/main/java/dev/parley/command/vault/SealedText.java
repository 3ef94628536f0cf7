package dev.parley.command.vault;

import dev.parley.kernel.member.UserId;

/** Personal text as it is stored: in JSON {@code {"owner":"u1","sealed":"<base64>"}}. */
record SealedText(UserId owner, byte[] sealed) {}
