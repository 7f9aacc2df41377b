package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @Test
    void listTellsOfEachSetWhetherItIsHereAndUnderWhichLicence() {
        var shell = Shell.run("data", "list");
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).startsWith("Looked for in " + PublicData.root());
        for (var set : PublicData.SETS) {
            assertThat(shell.out())
                    .containsPattern(set.name() + " +" + (Files.exists(set.dir()) ? "here" : "missing"))
                    .contains("licence: " + set.licence() + "; source: " + set.source());
            assertThat(set.sha256()).matches("[0-9a-f]{64}");
        }
        assertThat(Shell.run("data").out()).isEqualTo(shell.out());
    }

    @Test
    void anUnknownSetNamesTheKnownOnes() {
        var shell = Shell.run("data", "fetch", "unknown");
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2).first().isEqualTo("millwright: There is no data set 'unknown'.");
        assertThat(shell.complaint().getLast()).contains("cmapss", "deeppcb", "skab");
    }

    /** Nothing is fetched over the network here: a set is there with its hash, or its source is named. */
    @Test
    void aSetOfManyFilesIsHereOrSaysWhereToTakeItFrom() {
        var set = PublicData.named("cmapss");
        var shell = Shell.run("data", "fetch", set.name());
        if (Files.exists(set.dir().resolve(set.file()))) {
            assertThat(shell.code()).isZero();
            assertThat(shell.out()).contains("cmapss is here already, and its hash is right");
        } else {
            assertThat(shell.code()).isEqualTo(1);
            assertThat(shell.complaint()).first().isEqualTo("millwright: 'cmapss' has no single file to download.");
            assertThat(shell.err()).contains(set.source());
        }
    }

    /** A source that changed, or a proxy's error page, must never lie where tests look for data. */
    @Test
    void onlyAFileWithTheKnownHashIsKept(@TempDir Path dir) throws IOException, InterruptedException {
        byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().equals("/set.csv");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? content.length : -1);
            if (known) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        server.start();
        try {
            var home = "http://127.0.0.1:" + server.getAddress().getPort();
            var hash = "%064x".formatted(new BigInteger(1, sha256(content)));
            DataCommand.download(set(home + "/set.csv", hash), dir);
            assertThat(dir.resolve("in/set.csv")).hasBinaryContent(content);

            Path other = dir.resolve("other");
            assertThatThrownBy(() -> DataCommand.download(set(home + "/set.csv", "0".repeat(64)), other))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has the hash " + hash)
                    .hasMessageEndingWith("The source has changed; do not trust it.");
            assertThatThrownBy(() -> DataCommand.download(set(home + "/gone.csv", hash), other))
                    .isInstanceOf(IOException.class)
                    .hasMessage("%s/gone.csv answered 404.\nTake the set from https://example.org by hand.", home);
            assertThat(other.resolve("in")).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicData.DataSet set(String address, String hash) {
        return new PublicData.DataSet("tiny", "", "", "https://example.org", "in/set.csv", hash, address);
    }
}
