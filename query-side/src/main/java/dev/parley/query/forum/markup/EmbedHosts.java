package dev.parley.query.forum.markup;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts' addresses become embeds ({@code parley.forum.embeds.*}): exact names in lower case. An empty list turns
 * a kind off.
 *
 * @param imageHosts for addresses of image files
 * @param gameHosts for addresses of games, such as {@code /abcdefgh}
 * @param studyHosts for addresses of studies, such as {@code /study/abcdefgh}
 */
@ConfigurationProperties("parley.forum.embeds")
record EmbedHosts(
        @DefaultValue({"i.imgur.com", "upload.wikimedia.org"})
        Set<String> imageHosts,

        @DefaultValue("lichess.org") Set<String> gameHosts,
        @DefaultValue("lichess.org") Set<String> studyHosts) {
    EmbedHosts {
        imageHosts = Set.copyOf(imageHosts);
        gameHosts = Set.copyOf(gameHosts);
        studyHosts = Set.copyOf(studyHosts);
    }
}
