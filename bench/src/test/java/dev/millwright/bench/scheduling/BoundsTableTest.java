package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundsTableTest {

    private static final String HEAD = "instance,family,jobs,machines,objective,lb,ub,optimal,source,file\n";

    @TempDir
    private Path folder;

    @Test
    void commasInsideQuotesBelongToTheirCell() throws IOException {
        var table = BoundsTable.read(table(HEAD + "ft06,ft,6,6,makespan,55,55,yes,\"a, b (2026), c\",ft/ft06.txt\n"));
        assertThat(table).containsExactly(new BestKnown("ft06", "ft", "6x6", "makespan", 55.0, 55.0, "ft/ft06.txt"));
    }

    @Test
    void emptyBoundsAreUnknown() throws IOException {
        var row = BoundsTable.read(table(HEAD + "D1,dafjs,,5,makespan,,,,none,D1\n"))
                .getFirst();
        assertThat(row.lb()).isNull();
        assertThat(row.gap(7)).isNull();
        assertThat(row.proves(0)).isFalse();
    }

    @Test
    void aBadTableIsRefusedWithItsLine() throws IOException {
        var short1 = table(HEAD + "ft06,ft,6,6,makespan\n");
        assertThatThrownBy(() -> BoundsTable.read(short1)).hasMessageContaining("line 2: has 5 cells, expected 10");
        var words = table(HEAD + "ft06,ft,6,6,makespan,high,55,yes,s,f\n");
        assertThatThrownBy(() -> BoundsTable.read(words)).hasMessageContaining("line 2: has 'high', expected a number");
        var head = table("name,ub\n");
        assertThatThrownBy(() -> BoundsTable.read(head)).hasMessageContaining("line 1: has the columns [name, ub]");
        assertThatThrownBy(() -> BoundsTable.read(folder.resolve("none.csv")))
                .hasMessageContaining("There is no table of bounds")
                .hasMessageContaining("--bounds");
    }

    /** Tardiness can be 0 at best: met is a gap of 0, and anything above has no percent. */
    @Test
    void aBestKnownValueOfZeroHasNoPercentAboveIt() {
        var known = new BestKnown("abz5_f1.6", "twt", "10x10", "total weighted tardiness", 0.0, 0.0, "f");
        assertThat(known.gap(0)).isZero();
        assertThat(known.gap(12)).isNull();
        assertThat(known.proves(0)).isTrue();
        var other = new BestKnown("a", "b", "1x1", "makespan", 90.0, 200.0, "f");
        assertThat(other.gap(230)).isEqualTo(15);
        assertThat(other.proves(91)).isFalse();
    }

    private Path table(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "bounds", ".csv"), text);
    }
}
