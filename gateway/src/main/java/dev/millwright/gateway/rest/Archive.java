package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BiConsumer;
import java.util.zip.ZipInputStream;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files out of an uploaded zip, one after the other; what unpacks to more than the limits is a bomb and refused. */
final class Archive {

    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 256L << 20;

    private Archive() {}

    /** Hands out each file with its name, those of nested folders too, none of them written anywhere. */
    static void files(FileUpload upload, BiConsumer<String, byte[]> each) {
        try (var zip = new ZipInputStream(Files.newInputStream(upload.uploadedFile()))) {
            int files = 0;
            long left = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || isHidden(entry.getName())) {
                    continue;
                }
                long most = Math.min(left, Images.MOST_BYTES);
                byte[] bytes = zip.readNBytes((int) most + 1);
                if (++files > MOST_FILES || bytes.length > most) {
                    throw ProblemException.of(
                            ProblemKind.TOO_LARGE,
                            "The archive '%s' holds too much by its file '%s'."
                                    .formatted(upload.fileName(), entry.getName()),
                            "Send up to %d files of %d bytes each, and %d bytes in all."
                                    .formatted(MOST_FILES, Images.MOST_BYTES, MOST_BYTES));
                }
                left -= bytes.length;
                each.accept(entry.getName(), bytes);
            }
            if (files == 0) {
                throw ProblemException.invalid("archive", "holds no files; send a zip of pictures");
            }
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    /** Folders of metadata that packers add. */
    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
    }

    private static ProblemException unreadable(FileUpload upload, IOException e) {
        return ProblemException.of(
                ProblemKind.UNFIT,
                "The archive '%s' cannot be read: %s.".formatted(upload.fileName(), e.getMessage()),
                "Pack it again as a plain zip, without a password.");
    }
}
