package dev.millwright.gateway.rest;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Pictures out of uploads. */
final class Images {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] BMP = {'B', 'M'};
    private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
    private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};
    private static final List<byte[]> FORMATS = List.of(PNG, JPEG, BMP, TIFF_LITTLE, TIFF_BIG);
    static final long MOST_BYTES = 32L << 20;

    private Images() {}

    static byte[] required(@Nullable FileUpload upload, String field) {
        byte[] image = optional(upload, field);
        if (image == null) {
            throw ProblemException.invalid(field, "is missing; send a PNG, JPEG, BMP or TIFF as multipart/form-data");
        }
        return image;
    }

    static byte @Nullable [] optional(@Nullable FileUpload upload, String field) {
        if (upload == null || upload.size() == 0) {
            return null;
        }
        if (upload.size() > MOST_BYTES) {
            throw ProblemException.of(
                    ProblemKind.TOO_LARGE,
                    "The picture '%s' has %d bytes.".formatted(upload.fileName(), upload.size()),
                    "Send pictures of at most %d bytes.".formatted(MOST_BYTES));
        }
        try {
            byte[] bytes = Files.readAllBytes(upload.uploadedFile());
            if (!isPicture(bytes)) {
                throw ProblemException.of(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "The field '%s' holds '%s', which is no PNG, JPEG, BMP or TIFF."
                                .formatted(field, upload.fileName()),
                        "Convert the picture to PNG.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The upload '%s' cannot be read.".formatted(upload.fileName()), e);
        }
    }

    /** Whether bytes begin as a picture does that can be inspected. */
    static boolean isPicture(byte[] bytes) {
        return FORMATS.stream().anyMatch(magic -> startsWith(bytes, magic));
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
