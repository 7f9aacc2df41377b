package dev.millwright.loop.quality;

import dev.millwright.plant.KnownDefect;
import dev.millwright.plant.event.Fact.PartInspected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inspections by a trained model alone, by the model's name, in two layouts that 'train vision' reads: {@code kinds} has a folder
 * for each kind, {@code good} among them, and {@code boxes} is Pascal VOC with {@code images} and {@code Annotations}.
 */
record CorrectedParts(Path folder) implements CorrectedPictures {

    private static final String GOOD = "good";

    @Override
    public boolean takes(PartInspected fact) {
        return fact.template() == null && fact.model() != null;
    }

    @Override
    public boolean has(PartInspected fact) {
        return picture(fact) != null;
    }

    @Override
    public boolean keep(PartInspected fact, PictureShelf shelf) {
        byte[] picture = shelf.find(fact.picture());
        if (picture == null) {
            return false;
        }
        DurableFile.write(
                of(fact).resolve("boxes/images/" + fact.inspection() + "." + PictureShelf.extension(picture)), picture);
        return true;
    }

    @Override
    public void annotate(PartInspected fact, List<KnownDefect> defects) {
        var picture = Objects.requireNonNull(picture(fact), "kept before it is annotated");
        var home = of(fact);
        DurableFile.write(
                home.resolve("boxes/Annotations/" + fact.inspection() + ".xml"),
                xml(String.valueOf(picture.getFileName()), defects).getBytes(StandardCharsets.UTF_8));
        sort(picture, home.resolve("kinds"), kind(defects));
    }

    /** The name of the largest defect. */
    private static String kind(List<KnownDefect> defects) {
        return defects.stream()
                .max(Comparator.comparingLong(
                        defect -> (long) defect.box().width() * defect.box().height()))
                .map(defect -> plain(defect.type()))
                .orElse(GOOD);
    }

    /** Lays the picture into the folder of its kind, and takes it out of all others. */
    private static void sort(Path picture, Path kinds, String kind) {
        try {
            var name = String.valueOf(picture.getFileName());
            DurableFile.write(kinds.resolve(kind).resolve(name), Files.readAllBytes(picture));
            try (var folders = Files.list(kinds)) {
                for (var other : folders.filter(Files::isDirectory).toList()) {
                    if (!other.endsWith(kind)) {
                        Files.deleteIfExists(other.resolve(name));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot sort what people corrected into " + kinds, e);
        }
    }

    private @Nullable Path picture(PartInspected fact) {
        for (var ending : List.of(".png", ".jpg")) {
            var file = of(fact).resolve("boxes/images/" + fact.inspection() + ending);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private Path of(PartInspected fact) {
        var title = Objects.requireNonNull(fact.model(), "only what a model judged lies here");
        return folder.resolve(plain(title.substring(0, Math.max(1, title.lastIndexOf(' ')))));
    }

    private static String plain(String name) {
        var plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^\\.+", "-");
        return plain.isEmpty() ? "-" : plain;
    }

    private static String xml(String picture, List<KnownDefect> defects) {
        var xml = new StringBuilder("<annotation>\n  <filename>%s</filename>\n".formatted(picture));
        for (var defect : defects) {
            var box = defect.box();
            xml.append("""
                      <object>
                        <name>%s</name>
                        <bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox>
                      </object>
                    """.formatted(
                    escaped(defect.type()), box.x() + 1, box.y() + 1, box.x() + box.width(), box.y() + box.height()));
        }
        return xml.append("</annotation>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
