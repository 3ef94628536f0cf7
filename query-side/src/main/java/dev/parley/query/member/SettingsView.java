package dev.parley.query.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.member.ChatTab;

/**
 * What a person chose.
 *
 * @param zenMode whether chat is hidden during games
 * @param chatTab {@code chat} or {@code notes}: the tab that is open beside the next game
 */
public record SettingsView(
        @JsonProperty("zen_mode") boolean zenMode,
        @JsonProperty("chat_tab") String chatTab) {
    static final SettingsView DEFAULT = new SettingsView(false, ChatTab.CHAT.label());
}
