package dev.millwright.maintenance.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A CSV file with a header, read as a stream; commas, semicolons and tabs are told apart. */
record CsvTable(Path file, List<String> header) {

    /** Takes the rows as they come. */
    interface Rows {
        /**
         * Takes a row.
         *
         * @param cells one a column, stripped
         */
        void add(long line, String[] cells);
    }

    /**
     * Reads a file to its end.
     *
     * @param begin who takes the rows, once the header is known; given back at the end
     * @throws IllegalArgumentException when it is no such file; the message says line, column and cure
     */
    static <T extends Rows> T read(Path file, Function<CsvTable, T> begin) {
        try (var lines = Files.newBufferedReader(file);
                var rows = rows(lines)) {
            if (!rows.hasNext()) {
                throw new IllegalArgumentException(file + " is empty.\nIts first line names the columns.");
            }
            var header = new ArrayList<String>();
            for (var name : rows.next()) {
                header.add(name.replace("\uFEFF", "").strip());
            }
            var table = new CsvTable(file, header);
            var taker = begin.apply(table);
            while (rows.hasNext()) {
                long line = rows.getCurrentLocation().getLineNr();
                taker.add(line, table.cells(line, rows.next()));
            }
            return taker;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8.\nSave it as CSV in UTF-8.", e);
        } catch (RuntimeJsonMappingException | JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " is no CSV: " + e.getMessage() + "\nLook for a quote that is not closed.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read: " + e.getMessage() + "\nGive the path of a CSV file.", e);
        }
    }

    /** Whatever separates the cells of the first line most often separates them all. */
    private static MappingIterator<String[]> rows(BufferedReader lines) throws IOException {
        lines.mark(1 << 16);
        var first = String.valueOf(lines.readLine());
        lines.reset();
        char separator = ',';
        for (char candidate : new char[] {';', '\t'}) {
            separator = count(first, candidate) > count(first, separator) ? candidate : separator;
        }
        var mapper = new CsvMapper();
        return mapper.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .with(mapper.typedSchemaFor(String[].class).withColumnSeparator(separator))
                .readValues(lines);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private String[] cells(long line, String[] cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "%s line %d has %d cells, the header %d.\nGive each line a cell for each column."
                            .formatted(file, line, cells.length, header.size()));
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    /** The place of a column that has to be there. */
    int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "%s has no column '%s'.\nIts columns are %s.".formatted(file, column, header));
        }
        return place;
    }

    /** The name of a machine. */
    String unit(long line, int column, String[] cells) {
        if (cells[column].isEmpty()) {
            throw wrong(line, column, cells, "The name of a machine belongs there.");
        }
        return cells[column];
    }

    IllegalArgumentException wrong(long line, int column, String[] cells, String cure) {
        return new IllegalArgumentException("%s line %d, column '%s' says '%s'.\n%s"
                .formatted(file, line, header.get(column), cells[column], cure));
    }
}
