package dev.parley.query.forum.markup;

import dev.parley.query.forum.markup.Embed.Kind;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which addresses are an image's, a game's or a study's. None of them is ever called. */
final class Embeds {
    private static final Pattern IMAGE =
            Pattern.compile("(?:/[A-Za-z0-9._%~@+,()-]+)+\\.(?:png|jpe?g|gif|webp|avif)", Pattern.CASE_INSENSITIVE);

    /** Ids have 8 characters, or 12 for a player; so have the names of some other pages. */
    private static final Pattern GAME =
            Pattern.compile("/(?!(?:training|analysis|insights|practice|features|password|streamer|timeline)(?:/|$))"
                    + "[A-Za-z0-9]{8}(?:[A-Za-z0-9]{4}|/white|/black)?");

    private static final Pattern STUDY = Pattern.compile("/study/[A-Za-z0-9]{8}(?:/[A-Za-z0-9]{8})?");
    private static final Pattern MOVE = Pattern.compile("\\d{1,4}");

    private final EmbedHosts hosts;

    Embeds(EmbedHosts hosts) {
        this.hosts = hosts;
    }

    Optional<Embed> at(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getRawAuthority().contains(":")
                || address.getRawQuery() != null) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String path = address.getRawPath();
        String url = "https://" + host + path;
        if (hosts.imageHosts().contains(host) && IMAGE.matcher(path).matches()) {
            return Optional.of(new Embed(Kind.IMAGE, url));
        }
        if (hosts.gameHosts().contains(host) && GAME.matcher(path).matches()) {
            return Optional.of(new Embed(Kind.GAME, url + move(address)));
        }
        return hosts.studyHosts().contains(host) && STUDY.matcher(path).matches()
                ? Optional.of(new Embed(Kind.STUDY, url + move(address)))
                : Optional.empty();
    }

    /** The place in a game that the address points at. */
    private static String move(URI address) {
        String fragment = address.getRawFragment();
        return fragment != null && MOVE.matcher(fragment).matches() ? "#" + fragment : "";
    }
}
