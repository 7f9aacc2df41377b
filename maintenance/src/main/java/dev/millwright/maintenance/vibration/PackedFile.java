package dev.millwright.maintenance.vibration;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of a public set, packed by gzip or not. */
public final class PackedFile {

    private PackedFile() {}

    /**
     * The bytes of a file whose name ends in {@code .gz}, unpacked, and of any other as they are.
     *
     * @throws UncheckedIOException when the file is missing or cannot be unpacked
     */
    public static byte[] bytes(Path file) {
        return file.toString().endsWith(".gz") ? unpacked(file) : read(file, Files::readAllBytes);
    }

    /**
     * The bytes of a packed file, unpacked, whatever its name.
     *
     * @throws UncheckedIOException as {@link #bytes}
     */
    public static byte[] unpacked(Path file) {
        return read(file, packed -> {
            try (var unpacked = new GZIPInputStream(Files.newInputStream(packed))) {
                return unpacked.readAllBytes();
            }
        });
    }

    private interface Reading {
        byte[] of(Path file) throws IOException;
    }

    private static byte[] read(Path file, Reading reading) {
        try {
            return reading.of(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("%s is not there.\nIs it the folder of the set?".formatted(file), e);
        } catch (ZipException | EOFException e) {
            throw new UncheckedIOException(
                    "%s cannot be unpacked: %s.\nThe file is broken or cut short; fetch it again."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
