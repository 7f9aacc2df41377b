package dev.millwright.history;

/** The kind of file an export writes. */
public enum ExportFormat {
    PARQUET("FORMAT parquet, COMPRESSION zstd"),
    CSV("FORMAT csv, HEADER");

    private final String options;

    ExportFormat(String options) {
        this.options = options;
    }

    String options() {
        return options;
    }
}
