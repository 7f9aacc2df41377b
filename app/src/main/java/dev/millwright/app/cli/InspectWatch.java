package dev.millwright.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.plant.event.EventJson;
import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.watch.SettledFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inspects pictures as they come into a folder: each is told as a line of JSON and written with its marks. A picture whose marked
 * one is there already was inspected before a restart.
 */
final class InspectWatch {

    private static final Pattern PICTURE =
            Pattern.compile("(.*?)(_test|_temp)?(\\.(?:jpe?g|png|bmp|tiff?))", Pattern.CASE_INSENSITIVE);
    private static final long SCAN_MILLIS = 500;

    private final Path folder;
    private final @Nullable Path template;
    private final Inspector inspector;
    private final Path marks;
    private final PrintWriter results;
    private final FrameReader reader = FrameReader.standard();
    private final ObjectMapper mapper = EventJson.mapper();
    private final SettledFiles files;
    private final TreeSet<Path> templates = new TreeSet<>();
    private final TreeMap<Path, Path> waiting = new TreeMap<>();
    private final Set<Path> mine = new HashSet<>();

    /**
     * A watch that begins with what lies in the folder.
     *
     * @param template for all pictures; {@code null} where each NAME_test comes with its NAME_temp
     */
    InspectWatch(Path folder, @Nullable Path template, Inspector inspector, Path marks, PrintWriter results) {
        this.folder = folder;
        this.template = template;
        this.inspector = inspector;
        this.marks = marks;
        this.results = results;
        files = new SettledFiles(folder);
    }

    /** Watches until its thread is interrupted. */
    void run() throws IOException {
        try (var watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Thread.currentThread().isInterrupted()) {
                step();
                // A file settles by nothing happening, so a look is due in any case.
                var key = watcher.poll(SCAN_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once, and inspects what has become complete; how many pictures that were. */
    int step() throws IOException {
        for (Path file : files.scan()) {
            sort(file);
        }
        int inspected = 0;
        var ready = template == null
                ? waiting.entrySet().stream()
                        .filter(pair -> templates.contains(pair.getValue()))
                        .map(Map.Entry::getKey)
                        .toList()
                : List.copyOf(waiting.keySet());
        for (Path image : ready) {
            inspect(image, Objects.requireNonNull(waiting.remove(image)));
            mine.add(image);
            inspected++;
        }
        return inspected;
    }

    private void sort(Path file) {
        var name = PICTURE.matcher(String.valueOf(file.getFileName()));
        if (!name.matches() || file.startsWith(marks)) {
            return;
        }
        if (template != null) {
            if (!file.toAbsolutePath().equals(template.toAbsolutePath()) && !isDone(file)) {
                waiting.put(file, template);
            }
        } else if ("_temp".equalsIgnoreCase(name.group(2))) {
            templates.add(file);
        } else if ("_test".equalsIgnoreCase(name.group(2)) && !isDone(file)) {
            waiting.put(file, file.resolveSibling(name.group(1) + "_temp" + name.group(3)));
        }
    }

    private void inspect(Path image, Path good) throws IOException {
        var line = new LinkedHashMap<String, Object>();
        line.put("picture", folder.relativize(image).toString());
        try {
            var frame = reader.read(image);
            var inspection = inspector.inspect(frame, reader.read(good));
            Path marked = marks.resolve(markedName(image));
            Files.createDirectories(marks);
            Files.write(marked, MarkedImage.png(frame, inspection.findings()));
            tell(line, inspection, marked);
        } catch (IllegalArgumentException e) {
            line.put("error", String.valueOf(e.getMessage()).replace('\n', ' '));
        }
        results.println(mapper.writeValueAsString(line));
        results.flush();
    }

    private static void tell(Map<String, Object> line, Inspection inspection, Path marked) {
        line.put("verdict", inspection.verdict());
        line.put("millis", inspection.elapsed().toNanos() / 1e6);
        line.put(
                "findings",
                inspection.findings().stream().map(InspectWatch::words).toList());
        line.put("marked", marked.toString());
    }

    private static Map<String, Object> words(Finding finding) {
        var words = new LinkedHashMap<String, Object>();
        words.put("type", finding.type().label());
        words.put("severity", finding.severity());
        words.put("score", finding.score());
        var box = finding.box();
        words.put("box", List.of(box.left(), box.top(), box.right(), box.bottom()));
        words.put("location", finding.location());
        words.put("reason", finding.reason());
        return words;
    }

    /** Inspected by an earlier run; what changes during this one is inspected again. */
    private boolean isDone(Path image) {
        return !mine.contains(image) && Files.exists(marks.resolve(markedName(image)));
    }

    private String markedName(Path image) {
        return folder.relativize(image).toString().replace('/', '-').replaceAll("\\.[^.]*$", "") + ".png";
    }
}
