package dev.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of best known bounds: CSV with the columns instance, family, jobs, machines, objective, lb, ub, file. */
final class BoundsTable {

    private static final List<String> COLUMNS =
            List.of("instance", "family", "jobs", "machines", "objective", "lb", "ub", "file");

    private final Path file;
    private final Map<String, Integer> places = new HashMap<>();

    private BoundsTable(Path file) {
        this.file = file;
    }

    static List<BestKnown> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no table of bounds " + file
                    + "\nName it with --bounds, or set MILLWRIGHT_DATA to a folder with scheduling/bounds.csv.");
        }
        return new BoundsTable(file).rows(Files.readAllLines(file));
    }

    private List<BestKnown> rows(List<String> lines) {
        var head = cells(lines.isEmpty() ? "" : lines.getFirst());
        head.forEach(column -> places.put(column, places.size()));
        if (!places.keySet().containsAll(COLUMNS)) {
            throw trouble(1, "has the columns " + head, COLUMNS.toString());
        }
        var rows = new ArrayList<BestKnown>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, cells(lines.get(i))));
            }
        }
        return rows;
    }

    private BestKnown row(int line, List<String> cells) {
        if (cells.size() != places.size()) {
            throw trouble(line, "has " + cells.size() + " cells", places.size() + " as in its head");
        }
        return new BestKnown(
                cell(cells, "instance"),
                cell(cells, "family"),
                cell(cells, "jobs") + "x" + cell(cells, "machines"),
                cell(cells, "objective"),
                number(line, cell(cells, "lb")),
                number(line, cell(cells, "ub")),
                cell(cells, "file"));
    }

    private String cell(List<String> cells, String column) {
        return cells.get(places.getOrDefault(column, 0));
    }

    private @Nullable Double number(int line, String cell) {
        try {
            return cell.isBlank() ? null : Double.valueOf(cell);
        } catch (NumberFormatException notANumber) {
            throw trouble(line, "has '" + cell + "'", "a number or nothing");
        }
    }

    /** The cells of a line; commas inside quotes belong to their cell. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private IllegalArgumentException trouble(int line, String found, String expected) {
        return new IllegalArgumentException(
                file + ", line " + line + ": " + found + ", expected " + expected + "\nCorrect the table of bounds.");
    }
}
