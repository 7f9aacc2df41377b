package dev.millwright.learning.vision.layout;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * COCO (Lin 2014): one JSON file with {@code images}, {@code annotations} and {@code categories}; boxes are left, top, width and
 * height in pixels. Several such files, as for training and validation, are read as one set.
 */
final class CocoFile {
    private static final List<String> PARTS = List.of("images", "annotations", "categories");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An entry of a part, and the line that it begins on. */
    private record Entry(JsonNode node, int line) {}

    private final Path root;
    private final Path file;
    private final LabelSheet sheet;
    private final Map<String, List<Entry>> parts = new HashMap<>();

    private CocoFile(Path root, Path file, LabelSheet sheet) {
        this.root = root;
        this.file = file;
        this.sheet = sheet;
        PARTS.forEach(part -> parts.put(part, new ArrayList<>()));
    }

    /** The files of labels in a folder, or in its folder annotations. */
    static List<Path> files(Path folder) {
        var inner = PictureFolder.named(folder, "annotations");
        var places = inner != null && Files.isDirectory(inner) ? List.of(folder, inner) : List.of(folder);
        return places.stream()
                .flatMap(place -> PictureFolder.entries(place).stream())
                .filter(file -> PictureFolder.ending(file).equals("json") && speaksCoco(file))
                .toList();
    }

    /** Reads all labels of some files. */
    static LabelledPictures read(Path folder, List<Path> files) {
        var sheet = new LabelSheet();
        files.forEach(file -> new CocoFile(folder, file, sheet).add());
        return sheet.read();
    }

    /** Whether it is an object with pictures and annotations on its first level. */
    private static boolean speaksCoco(Path file) {
        try (var json = JSON.createParser(file.toFile())) {
            boolean pictures = false;
            boolean annotations = false;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                pictures |= json.currentName().equals("images");
                annotations |= json.currentName().equals("annotations");
                json.nextToken();
                json.skipChildren();
            }
            return pictures && annotations;
        } catch (JacksonException e) {
            // Torn as it is, it may have been meant; then the reader says on which line.
            return PictureFolder.name(file).contains("instances")
                    || PictureFolder.name(file).contains("coco");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add() {
        try (var json = JSON.createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var part = parts.get(json.currentName());
                if (json.nextToken() == JsonToken.START_ARRAY && part != null) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        int line = json.currentTokenLocation().getLineNr();
                        part.add(new Entry(json.readValueAsTree(), line));
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            sheet.broken(
                    file,
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    "no well-formed JSON; export it again");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        var kinds = new HashMap<Long, String>();
        of("categories")
                .forEach(each -> kinds.put(
                        each.node().path("id").asLong(),
                        each.node().path("name").asText()));
        var pictures = new HashMap<Long, JsonNode>();
        var found = new HashMap<Long, Path>();
        for (var each : of("images")) {
            long id = each.node().path("id").asLong();
            var name = each.node().path("file_name").asText();
            var picture = picture(name);
            if (picture == null) {
                sheet.broken(
                        file,
                        each.line(),
                        "there is no picture '%s' in %s; copy it there or delete the entry".formatted(name, root));
            } else {
                sheet.picture(picture);
                pictures.put(id, each.node());
                found.put(id, picture);
            }
        }
        for (var each : of("annotations")) {
            annotation(each, kinds, pictures, found);
        }
    }

    private void annotation(Entry each, Map<Long, String> kinds, Map<Long, JsonNode> pictures, Map<Long, Path> found) {
        long of = each.node().path("image_id").asLong();
        var picture = found.get(of);
        var entry = pictures.get(of);
        if (picture == null || entry == null) {
            if (of("images").stream().noneMatch(image -> image.node().path("id").asLong() == of)) {
                sheet.broken(file, each.line(), "image_id %d is no picture's id; name one of images".formatted(of));
            }
            return;
        }
        long category = each.node().path("category_id").asLong(-1);
        var kind = kinds.get(category);
        if (kind == null) {
            sheet.spoil(
                    picture,
                    file,
                    each.line(),
                    "category_id %d is no category's id; name one of categories".formatted(category));
            return;
        }
        var box = each.node().path("bbox");
        if (box.size() != 4
                || !box.path(0).isNumber()
                || !box.path(1).isNumber()
                || !box.path(2).isNumber()
                || !box.path(3).isNumber()) {
            sheet.spoil(
                    picture,
                    file,
                    each.line(),
                    "bbox is %s; give left, top, width and height".formatted(box.isMissingNode() ? "missing" : box));
            return;
        }
        double left = box.path(0).asDouble();
        double top = box.path(1).asDouble();
        sheet.box(
                picture,
                kind,
                new double[] {
                    left, top, left + box.path(2).asDouble(), top + box.path(3).asDouble()
                },
                entry.path("width").asInt(),
                entry.path("height").asInt(),
                file,
                each.line());
    }

    /** As the name says, beside the file, or in a folder that sets of pictures are usually in; never outside of the set's folder. */
    private @Nullable Path picture(String name) {
        var stem = PictureFolder.stem(file).replaceFirst("^instances_", "");
        for (var inner : List.of("", "images", "images/" + stem, stem, "train", "val", "test")) {
            try {
                var picture = root.resolve(inner).resolve(name).normalize();
                if (picture.startsWith(root.normalize()) && Files.isRegularFile(picture)) {
                    return picture;
                }
            } catch (java.nio.file.InvalidPathException e) {
                return null;
            }
        }
        return null;
    }

    private List<Entry> of(String part) {
        return parts.getOrDefault(part, List.of());
    }
}
