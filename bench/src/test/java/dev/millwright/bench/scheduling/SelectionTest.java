package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

    @TempDir
    private Path data;

    private final List<BestKnown> table = new ArrayList<>();

    @BeforeEach
    void instances() throws IOException {
        for (int i = 1; i <= 9; i++) {
            known("ta0" + i, "ta", i <= 3 ? "15x15" : "20x20", "makespan", "jobshop/ta/ta0" + i + ".txt");
        }
        known("abz5_edata", "hurink-edata", "10x10", "makespan", "fjsp/edata/abz5.fjs");
        known("abz5_rdata", "hurink-rdata", "10x10", "makespan", "fjsp/rdata/abz5.fjs");
        known("tfs001", "flowshop-taillard-perm", "20x5", "makespan", "flowshop/tfs001.txt");
        known("ding", "djsp-ding", "10x10", "dynamic", "dynamic/20.txt");
        table.add(new BestKnown("gone", "la", "10x5", "makespan", null, null, "jobshop/la/gone.txt"));
    }

    @Test
    void whatHasAFileIsChosenAndWhatCannotBeMeasuredIsLeftOutWithItsReason() {
        var choice = select(data, List.of(), List.of(), 100);
        assertThat(names(choice)).hasSize(11).doesNotContain("gone", "tfs001", "ding");
        assertThat(choice.leftOut()).containsOnlyKeys("flowshop-taillard-perm", "djsp-ding");
        assertThat(choice.leftOut().get("djsp-ding")).contains("'dynamic'");
    }

    @Test
    void familiesAreNamedWholeOrByAPart() {
        assertThat(names(select(data, List.of("ta"), List.of(), 100))).hasSize(9);
        assertThat(names(select(data, List.of("hurink"), List.of(), 100))).containsExactly("abz5_edata", "abz5_rdata");
        assertThat(names(select(data, List.of("rdata"), List.of(), 100))).containsExactly("abz5_rdata");
        assertThatThrownBy(() -> select(data, List.of("tai"), List.of(), 100))
                .hasMessageContaining("There is no family 'tai'")
                .hasMessageContaining("hurink-edata");
    }

    @Test
    void aFamilyThatCannotBeMeasuredIsRefusedWhenItIsAllThatIsAskedFor() {
        assertThatThrownBy(() -> select(data, List.of("flowshop"), List.of(), 100))
                .hasMessageContaining("permutation")
                .hasMessageContaining("Name other families");
    }

    @Test
    void sizesAndAnEvenlySpreadLimitNarrowTheChoice() {
        assertThat(names(select(data, List.of("ta"), List.of("15x15"), 100))).containsExactly("ta01", "ta02", "ta03");
        assertThat(names(select(data, List.of("ta"), List.of(), 3))).containsExactly("ta01", "ta04", "ta07");
        assertThatThrownBy(() -> select(data, List.of("ta"), List.of("9x9"), 100))
                .hasMessageContaining("family ta and size 9x9");
    }

    /** Files of one name in sister folders must not be taken for one another. */
    @Test
    void aFolderBelowTheRootHoldsOnlyItsOwnFiles() {
        assertThat(names(select(data.resolve("fjsp/rdata"), List.of(), List.of(), 100)))
                .containsExactly("abz5_rdata");
    }

    @Test
    void aMissingFolderIsToldWithACure() {
        assertThatThrownBy(() -> select(data.resolve("none"), List.of(), List.of(), 1))
                .hasMessageContaining("There is no folder of instances")
                .hasMessageContaining("--instances");
    }

    private Selection.Choice select(Path folder, List<String> families, List<String> sizes, int limit) {
        return new Selection(folder, families, sizes, limit).from(table);
    }

    private static List<String> names(Selection.Choice choice) {
        return choice.chosen().stream().map(chosen -> chosen.known().instance()).toList();
    }

    private void known(String name, String family, String size, String objective, String file) throws IOException {
        var path = data.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "1 1\n0 1\n");
        table.add(new BestKnown(name, family, size, objective, null, null, file));
    }
}
