package dev.parley.command.member;

import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;

/**
 * What a person chose, and whether they are in kid mode.
 *
 * @param kidMode by their own choice, or because a class keeps them in it
 */
public record Settings(boolean zenMode, ChatTab chatTab, MessagePrivacy messagePrivacy, boolean kidMode) {}
