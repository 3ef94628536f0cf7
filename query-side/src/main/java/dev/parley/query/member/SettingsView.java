package dev.parley.query.member;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a person chose, and whether they are in kid mode.
 *
 * @param zenMode whether chat is hidden during games
 * @param chatTab {@code chat} or {@code notes}: the tab that is open beside the next game
 * @param messagePrivacy from whom they take messages: {@code everyone}, {@code friends}, {@code existing} or
 *     {@code nobody}
 * @param kidMode by their own choice, or because a class keeps them in it
 */
public record SettingsView(
        @JsonProperty("zen_mode") boolean zenMode,
        @JsonProperty("chat_tab") String chatTab,
        @JsonProperty("message_privacy") String messagePrivacy,
        @JsonProperty("kid_mode") boolean kidMode) {}
