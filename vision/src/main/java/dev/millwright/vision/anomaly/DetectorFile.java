package dev.millwright.vision.anomaly;

import dev.millwright.inference.ModelRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A detector in a file of its own, without its network, which it names by hash: {@code MWAD}, a version, a hash of all that
 * follows, and then that. Numbers are big-endian.
 */
public final class DetectorFile {
    private static final byte[] MAGIC = "MWAD".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 2;
    /** It knew of no tiles. */
    private static final int WHOLE = 1;

    private static final int HASH_BYTES = 64;
    private static final int HEAD_BYTES = MAGIC.length + Integer.BYTES + HASH_BYTES;
    /** So many numbers make a bank of 20 MB. */
    private static final int MOST_NUMBERS = 5_000_000;

    private DetectorFile() {}

    /** The file of a detector. */
    public static byte[] bytes(AnomalyDetector detector) {
        var body = new ByteArrayOutputStream();
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body);
                var head = new DataOutputStream(file)) {
            write(detector, out);
            head.write(MAGIC);
            head.writeInt(VERSION);
            head.writeBytes(ModelRegistry.sha256(body.toByteArray()));
            body.writeTo(head);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return file.toByteArray();
    }

    /** Writes a detector's file in one step: a crash leaves the old or the new one. */
    public static void write(Path file, AnomalyDetector detector) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes(detector));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written.\nIs the folder there?".formatted(file), e);
        }
    }

    /** Reads a detector's file, to be asked with the network it was trained with. */
    public static AnomalyDetector read(Path file, Network network) {
        try {
            return of(Files.readAllBytes(file), network, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.\nName a detector's file.".formatted(file), e);
        }
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param name for messages
     * @throws IllegalArgumentException when it is broken, of another version or for another network
     */
    public static AnomalyDetector of(byte[] file, Network network, String name) {
        if (file.length < HEAD_BYTES || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException(name + " is no detector's file\nName one that was written by training.");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(file, MAGIC.length, file.length - MAGIC.length))) {
            int version = in.readInt();
            if (version != VERSION && version != WHOLE) {
                throw new IllegalArgumentException(
                        "%s is of version %d, this Millwright reads up to %d\nTrain it again."
                                .formatted(name, version, VERSION));
            }
            var hash = new String(in.readNBytes(HASH_BYTES), StandardCharsets.US_ASCII);
            byte[] body = in.readAllBytes();
            if (!ModelRegistry.sha256(body).equals(hash)) {
                throw new IllegalArgumentException(name + " is cut off or damaged\nCopy it again, or train it again.");
            }
            return read(body, version, network, name);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is cut off\nCopy it again, or train it again.", e);
        }
    }

    private static void write(AnomalyDetector detector, DataOutputStream out) throws IOException {
        var look = detector.look();
        out.writeUTF(look.network().sha256());
        out.writeInt(look.tilePx());
        if ((look instanceof Tiled tiled ? tiled.each() : look) instanceof Recall recall) {
            write(recall.memory(), out);
        }
        var calibration = detector.calibration();
        out.writeUTF(calibration.score().name());
        out.writeDouble(calibration.falseRejectRate());
        doubles(out, calibration.images().scores());
        doubles(out, calibration.peaks().scores());
    }

    private static void write(Memory memory, DataOutputStream out) throws IOException {
        var framing = memory.framing();
        out.writeBoolean(framing.aligned());
        out.writeDouble(framing.spanX());
        out.writeDouble(framing.spanY());
        out.writeDouble(framing.scale());
        out.writeDouble(memory.smoothing());
        floats(out, memory.projection().mean());
        floats(out, memory.projection().axes());
        out.writeInt(memory.bank().width());
        floats(out, memory.bank().columns());
    }

    private static AnomalyDetector read(byte[] body, int version, Network network, String name) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            var trainedWith = in.readUTF();
            if (!trainedWith.equals(network.sha256())) {
                throw new IllegalArgumentException(
                        "%s was trained with the network %s, not with %s\nName that one, or train it again."
                                .formatted(name, trainedWith, network.sha256()));
            }
            int tilePx = version == WHOLE ? 0 : in.readInt();
            var each =
                    switch (network) {
                        case Backbone backbone -> new Recall(backbone, memory(in, name));
                        case Marker marker -> marker;
                    };
            var score = ImageScore.valueOf(in.readUTF());
            double rate = in.readDouble();
            var calibration =
                    Calibration.of(score, Conformal.of(doubles(in, name)), Conformal.of(doubles(in, name)), rate);
            return new AnomalyDetector(Tiled.of(each, tilePx), calibration);
        }
    }

    private static Memory memory(DataInputStream in, String name) throws IOException {
        var framing = new Framing(in.readBoolean(), in.readDouble(), in.readDouble(), in.readDouble());
        double smoothing = in.readDouble();
        var projection = new Projection(floats(in, name), floats(in, name));
        return new Memory(framing, projection, MemoryBank.of(in.readInt(), floats(in, name)), smoothing);
    }

    private static void floats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(DataInputStream in, String name) throws IOException {
        var values = new float[length(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in, String name) throws IOException {
        var values = new double[length(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static int length(DataInputStream in, String name) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "%s tells of %d numbers in a row, %d is the limit\nTrain it again, with a smaller bank."
                            .formatted(name, length, MOST_NUMBERS));
        }
        return length;
    }
}
