package dev.parley.kernel.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lists that a policy is made of: a file for each category and language, one line an entry. */
final class Lists {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ru");
    /** Found by its form alone. */
    private static final Category WITHOUT_WORDS = Category.REPETITION;

    private static final String ADDRESS = "address";
    private static final String LINKS = Category.PROMOTION.label() + ".links";
    private static final String FORM = "1-";
    private static final int DIGITS = 8;

    private final Map<String, List<String>> files;

    /** @param texts what each file holds, by its name without {@code .txt}; one that is missing is empty */
    Lists(Map<String, String> texts) {
        files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, lines(text)));
    }

    /** @throws IllegalStateException if a file is not in the release */
    static Lists ofRelease() {
        Map<String, String> texts = new HashMap<>();
        names().forEach(name -> texts.put(name, read(name)));
        return new Lists(texts);
    }

    /** The form of the lists and their digest: comments do not make another version. */
    String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(files.toString().getBytes(StandardCharsets.UTF_8));
            return FORM + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Category category : Category.values()) {
            for (String language : LANGUAGES) {
                String list = category.label() + "." + language;
                file(list).forEach(line -> entries.add(Entry.of(list, category, line)));
            }
        }
        return entries;
    }

    /** Who is spoken to, by language. */
    Map<String, Address> addresses() {
        Map<String, Address> addresses = new HashMap<>();
        LANGUAGES.forEach(language -> addresses.put(language, new Address(file(ADDRESS + "." + language))));
        return addresses;
    }

    List<String> links() {
        return file(LINKS);
    }

    private List<String> file(String name) {
        return files.getOrDefault(name, List.of());
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(LINKS));
        for (String language : LANGUAGES) {
            names.add(ADDRESS + "." + language);
            for (Category category : Category.values()) {
                if (category != WITHOUT_WORDS) {
                    names.add(category.label() + "." + language);
                }
            }
        }
        return names;
    }

    /** What follows a {@code #} is a comment. */
    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (InputStream file = Lists.class.getResourceAsStream(name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no list " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
