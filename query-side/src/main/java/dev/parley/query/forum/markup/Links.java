package dev.parley.query.forum.markup;

import dev.parley.kernel.forum.Mentions;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Goes through one parsed text. Links keep their address and nothing else; images become links; {@code @name} outside
 * links and code becomes one, too. What leads nowhere on the web becomes plain text, and so does what comes after
 * {@value #MOST_ADDRESSES} characters of addresses: a reference that is named again and again makes a page far longer
 * than its text.
 */
final class Links extends AbstractVisitor {
    static final int MOST_ADDRESSES = 20_000;
    static final int MOST_EMBEDS = 10;

    private final Embeds known;
    private final Set<Embed> found = new LinkedHashSet<>();
    private int written;
    private boolean inLink;

    Links(Embeds known) {
        this.known = known;
    }

    List<Embed> embeds() {
        return List.copyOf(found);
    }

    @Override
    public void visit(Link link) {
        Optional<URI> target = target(link.getDestination());
        inLink = true;
        visitChildren(link);
        inLink = false;
        List<Node> content = children(link);
        if (target.isPresent()) {
            link.insertBefore(link(target.get(), content));
        } else {
            content.forEach(link::insertBefore);
        }
        link.unlink();
    }

    @Override
    public void visit(Image image) {
        Optional<URI> target = target(image.getDestination());
        String description = PlainText.of(image);
        if (target.isEmpty() || inLink) {
            String address = target.map(URI::toASCIIString).orElse("");
            image.insertBefore(new Text(description.isEmpty() ? address : description));
        } else {
            List<Node> content = description.isEmpty() ? List.of() : List.of(new Text(description));
            image.insertBefore(link(target.get(), content));
        }
        image.unlink();
    }

    @Override
    public void visit(Text text) {
        if (inLink || text.getLiteral().indexOf('@') < 0) {
            return;
        }
        String literal = text.getLiteral();
        Matcher mention = Mentions.PATTERN.matcher(literal);
        int done = 0;
        while (mention.find() && isWithinBounds(mention.group())) {
            text.insertBefore(new Text(literal.substring(done, mention.start())));
            text.insertBefore(link("/@/" + mention.group(1), List.of(new Text(mention.group()))));
            done = mention.end();
        }
        text.setLiteral(literal.substring(done));
    }

    private Optional<URI> target(String destination) {
        Optional<URI> address = Addresses.parse(destination);
        if (found.size() < MOST_EMBEDS) {
            address.flatMap(known::at).ifPresent(found::add);
        }
        return address.filter(any -> isWithinBounds(any.toASCIIString()));
    }

    private boolean isWithinBounds(String address) {
        written += address.length();
        return written <= MOST_ADDRESSES;
    }

    private static Link link(URI target, List<Node> content) {
        String address = target.toASCIIString();
        return link(address, content.isEmpty() ? List.of(new Text(address)) : content);
    }

    private static Link link(String address, List<Node> content) {
        var link = new Link(address, null);
        content.forEach(link::appendChild);
        return link;
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
