package dev.millwright.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public data sets Millwright knows how to read. */
final class PublicData {

    /**
     * One set.
     *
     * @param source where people find it
     * @param file the file whose hash is known
     * @param download the file's own address; {@code null} where the set is many files
     */
    record DataSet(
            String name,
            String title,
            String licence,
            String source,
            String file,
            String sha256,
            @Nullable String download) {

        Path dir() {
            return root().resolve(name);
        }
    }

    static final List<DataSet> SETS = List.of(
            new DataSet(
                    "cmapss",
                    "NASA C-MAPSS turbofan degradation, FD001 to FD004",
                    "NASA open data",
                    "https://data.nasa.gov/dataset/cmapss-jet-engine-simulated-data",
                    "CMAPSSData.zip",
                    "b00de9ab22716dafa4e68d176471c89f6f7b03dc7646360f6d8e4c23fd6fb96d",
                    null),
            new DataSet(
                    "deeppcb",
                    "DeepPCB: board images with their templates, six defect types",
                    "unclear: research only",
                    "https://github.com/tangsanli5201/DeepPCB",
                    "SHA256SUMS",
                    "c8069c0638dbf311d5e56f8b4ce692a9b0f7d80521688db02555b3281c13a6b5",
                    null),
            new DataSet(
                    "skab",
                    "Skoltech anomaly benchmark: a water pump with eight sensors",
                    "GPL-3.0",
                    "https://github.com/waico/SKAB",
                    "anomaly-free/anomaly-free.csv",
                    "7641a8742957100ef424dd97adfb3eeab27d4d180645fe2b3c49b7f7146ae9a6",
                    "https://raw.githubusercontent.com/waico/SKAB/master/data/anomaly-free/anomaly-free.csv"),
            new DataSet(
                    "nab_machine_temperature",
                    "NAB: temperature of a large industrial machine until it fails",
                    "MIT",
                    "https://github.com/numenta/NAB",
                    "machine_temperature_system_failure.csv",
                    "92bf5b87fc7f9bba8ca0b7ec63ccaac8cb4a1371a258e8c29a10ae9c018d82a4",
                    "https://raw.githubusercontent.com/numenta/NAB/master/data/realKnownCause/machine_temperature_system_failure.csv"),
            new DataSet(
                    "sme_factory",
                    "SME manufacturing data set: machine states of a real factory",
                    "research and education",
                    "https://github.com/HumanCenteredTechnology/SME-Manufacturing-Dataset",
                    "company_A_labelled_subset.csv",
                    "e4ecdf5b1334e6bb2c2b1bff33aada205ed7014051f78a8a4d435007492ef944",
                    null));

    private PublicData() {}

    /** Where sets are looked for: {@code MILLWRIGHT_DATA}, or the user's cache. */
    static Path root() {
        String named = System.getenv("MILLWRIGHT_DATA");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "millwright", "data")
                : Path.of(named);
    }

    static DataSet named(String name) {
        return SETS.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no data set '%s'.\nKnown are %s."
                        .formatted(name, SETS.stream().map(DataSet::name).toList())));
    }
}
