import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds and checks the web client with the Node of this machine, if it has one that is new enough: {@code ClientBuild
 * build|check <sources> <target>}. What has not changed since the last time is left as it is.
 */
class ClientBuild {
    private static final int MAJOR = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path sources;
    private final Path stamps;
    private final Path page;

    private ClientBuild(Path sources, Path target) {
        this.sources = sources;
        this.stamps = target.resolve("client-stamps");
        this.page = target.resolve("classes/client/index.html");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var build = new ClientBuild(Path.of(arguments[1]), Path.of(arguments[2]));
        boolean checking = arguments[0].equals("check");
        if (hasNode()) {
            build.install();
            build.run(arguments[0], checking || Files.exists(build.page));
        } else if (!checking) {
            System.out.println("No web client: it is built where Node.js " + MAJOR + " or newer is on the path.");
        }
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return node.waitFor(10, TimeUnit.SECONDS)
                    && Integer.parseInt(version.strip().replaceAll("^v|\\..*", "")) >= MAJOR;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** The stamp is among what was installed, so that it goes when that is removed. */
    private void install() throws IOException, InterruptedException {
        Path stamp = sources.resolve("node_modules/.parley-installed");
        String wanted = digest(Stream.of(sources.resolve("package-lock.json")));
        if (!isAsStamped(stamp, wanted)) {
            npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.writeString(stamp, wanted);
        }
    }

    /** @param there whether what the script makes is there */
    private void run(String script, boolean there) throws IOException, InterruptedException {
        Path stamp = stamps.resolve(script);
        String wanted;
        try (Stream<Path> files = Files.walk(sources)) {
            wanted = digest(
                    files.filter(Files::isRegularFile).filter(this::isSource).sorted());
        }
        if (!there || !isAsStamped(stamp, wanted)) {
            npm("run", "--silent", script);
            Files.createDirectories(stamps);
            Files.writeString(stamp, wanted);
        }
    }

    private boolean isSource(Path file) {
        Path name = sources.relativize(file);
        return !name.startsWith("node_modules") && !name.endsWith("api.d.ts");
    }

    private static boolean isAsStamped(Path stamp, String wanted) throws IOException {
        return Files.exists(stamp) && Files.readString(stamp).equals(wanted);
    }

    private void npm(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(WINDOWS ? "npm.cmd" : "npm"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(sources.toFile()).inheritIO();
        builder.environment().put("PARLEY_CLIENT_OUT", page.getParent().toString());
        int status = builder.start().waitFor();
        if (status != 0) {
            System.err.println(String.join(" ", command) + " failed in " + sources);
            System.exit(status);
        }
    }

    private String digest(Stream<Path> files) {
        MessageDigest sha = sha256();
        files.forEach(file -> {
            sha.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            sha.update(contentOf(file));
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
