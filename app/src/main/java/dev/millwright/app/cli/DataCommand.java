package dev.millwright.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millwright data}: public data sets, where they come from and where they lie. */
@Command(
        name = "data",
        description = "Lists and fetches the public data sets that tests and measurements use.",
        mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        list();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows each set with its source, licence, and whether it is here.")
    void list() {
        out().printf("Looked for in %s%n", PublicData.root());
        for (var set : PublicData.SETS) {
            out().printf(
                            "  %-12s %-8s %s%n%16slicence: %s; source: %s%n",
                            set.name(),
                            Files.exists(set.dir()) ? "here" : "missing",
                            set.title(),
                            "",
                            set.licence(),
                            set.source());
        }
        out().flush();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Downloads a set from its public source and checks its hash.")
    int fetch(@Parameters(paramLabel = "NAME") String name) throws IOException, InterruptedException {
        var set = PublicData.named(name);
        Path file = set.dir().resolve(set.file());
        boolean here = Files.exists(file) && set.sha256().equals(sha256(file));
        if (!here) {
            download(set, set.dir());
        }
        out().printf(here ? "%s is here already, and its hash is right: %s%n" : "%s is at %s%n", name, file);
        out().flush();
        return 0;
    }

    /** Puts a set's file into a folder, when its hash is the known one. */
    static void download(PublicData.DataSet set, Path dir) throws IOException, InterruptedException {
        var download = set.download();
        if (download == null) {
            throw new IllegalArgumentException(
                    "'%s' has no single file to download.\nTake it from %s and put it into %s."
                            .formatted(set.name(), set.source(), dir));
        }
        Path file = dir.resolve(set.file());
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "fetch", ".part");
        try (var http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(download)).build(), HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() != 200) {
                throw new IOException("%s answered %d.\nTake the set from %s by hand."
                        .formatted(download, response.statusCode(), set.source()));
            }
            String hash = sha256(part);
            if (!set.sha256().equals(hash)) {
                throw new IOException("%s has the hash %s, not %s.\nThe source has changed; do not trust it."
                        .formatted(download, hash, set.sha256()));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256.", e);
        }
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
