package dev.millwright.learning.vision.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Pascal VOC (Everingham 2010): an XML file for each picture in {@code Annotations}, the picture in {@code JPEGImages} or
 * {@code images}. Coordinates are whole pixels from 1, both ends inside. Declarations of types and entities in the XML are not
 * followed, wherever they point.
 */
final class VocFolder {
    private static final List<String> SIDES = List.of("xmin", "ymin", "xmax", "ymax");

    private final Path pictures;
    private final LabelSheet sheet = new LabelSheet();
    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    private VocFolder(Path pictures) {
        this.pictures = pictures;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    static boolean isIn(Path folder) {
        var labels = annotations(folder);
        return labels != null
                && Files.isDirectory(labels)
                && pictures(folder) != null
                && !PictureFolder.deep(labels, "xml").isEmpty();
    }

    static @Nullable Path annotations(Path folder) {
        return PictureFolder.named(folder, "Annotations");
    }

    static @Nullable Path pictures(Path folder) {
        return PictureFolder.named(folder, "JPEGImages", "images");
    }

    /** Reads all labels. */
    static LabelledPictures read(Path annotations, Path pictures) {
        var folder = new VocFolder(pictures);
        PictureFolder.deep(annotations, "xml").forEach(folder::add);
        return folder.sheet.read();
    }

    private void add(Path file) {
        var picture = PictureFolder.picture(pictures, PictureFolder.stem(file));
        if (picture == null) {
            sheet.broken(
                    file,
                    1,
                    "there is no picture '%s' in %s; copy it there or delete the label"
                            .formatted(PictureFolder.stem(file), pictures));
            return;
        }
        sheet.picture(picture);
        int line = 1;
        try (var in = Files.newInputStream(file)) {
            var xml = factory.createXMLStreamReader(in);
            try {
                read(xml, picture, file);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            sheet.spoil(
                    picture, file, place == null ? line : place.getLineNumber(), "no well-formed XML; export it again");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(XMLStreamReader xml, Path picture, Path file) throws XMLStreamException {
        record Drawn(Map<String, String> told, int line) {}
        var inside = new ArrayList<String>();
        var size = new HashMap<String, String>();
        var drawn = new ArrayList<Drawn>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inside.add(xml.getLocalName());
                    if (inside.size() == 2 && xml.getLocalName().equals("object")) {
                        drawn.add(new Drawn(new HashMap<>(), xml.getLocation().getLineNumber()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> inside.removeLast();
                case XMLStreamConstants.CHARACTERS -> {
                    // An object's parts, as a person's head, have boxes of their own deeper within.
                    var path = String.join("/", inside.subList(Math.min(1, inside.size()), inside.size()));
                    if (path.startsWith("size/")) {
                        size.merge(path.substring(5), xml.getText(), String::concat);
                    } else if (!drawn.isEmpty() && (path.equals("object/name") || path.startsWith("object/bndbox/"))) {
                        drawn.getLast().told().merge(inside.getLast(), xml.getText(), String::concat);
                    }
                }
                default -> {}
            }
        }
        for (var each : drawn) {
            box(each.told(), size, picture, file, each.line());
        }
    }

    private void box(Map<String, String> told, Map<String, String> size, Path picture, Path file, int line) {
        var sides = new double[SIDES.size()];
        for (int i = 0; i < sides.length; i++) {
            var text = told.getOrDefault(SIDES.get(i), "").strip();
            try {
                sides[i] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                sheet.spoil(picture, file, line, "%s is '%s'; give a number of pixels".formatted(SIDES.get(i), text));
                return;
            }
        }
        sides[0]--;
        sides[1]--;
        sheet.box(
                picture,
                told.getOrDefault("name", "").strip(),
                sides,
                pixels(size.get("width")),
                pixels(size.get("height")),
                file,
                line);
    }

    /** 0 where nobody says, or nothing sensible. */
    private static int pixels(@Nullable String text) {
        var digits = text == null ? "" : text.strip();
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
