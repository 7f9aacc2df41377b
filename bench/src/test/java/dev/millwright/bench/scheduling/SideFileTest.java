package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.bench.SideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideFileTest {

    private static final Map<String, Object> TEN_SECONDS = Map.of("seconds", "10", "workers", 2);
    private static final Map<String, Object> SIXTY_SECONDS = Map.of("seconds", "60", "workers", 2);

    @TempDir
    private Path folder;

    @Test
    void whatWasMeasuredIsFoundAgainExactlyAfterAKill() throws IOException {
        var trial = Trials.of("la01", "cpsat", 0.5, 120, 2.25, 101);
        open(TEN_SECONDS).add(trial);
        var again = open(TEN_SECONDS);
        assertThat(again.size()).isEqualTo(1);
        assertThat(again.find("la01 cpsat")).isEqualTo(trial);
        assertThat(again.find("la01 portfolio")).isNull();
    }

    @Test
    void aTornLastLineIsMeasuredAgainAndHurtsNoLaterOne() throws IOException {
        open(TEN_SECONDS).add(Trials.of("la01", "cpsat", 1, 101));
        Files.writeString(partial(), "{\"settings\":{\"sec", StandardOpenOption.APPEND);
        open(TEN_SECONDS).add(Trials.of("la02", "cpsat", 1, 101));
        assertThat(open(TEN_SECONDS).size()).isEqualTo(2);
    }

    @Test
    void otherSettingsShareNothingAndAreLeftAlone() throws IOException {
        open(TEN_SECONDS).add(Trials.of("la01", "cpsat", 1, 101));
        var other = open(SIXTY_SECONDS);
        assertThat(other.find("la01 cpsat")).isNull();
        other.add(Trials.of("la01", "cpsat", 1, 100));
        open(SIXTY_SECONDS).done();
        assertThat(open(SIXTY_SECONDS).size()).isZero();
        assertThat(open(TEN_SECONDS).size()).isEqualTo(1);
        open(TEN_SECONDS).done();
        assertThat(partial()).doesNotExist();
    }

    @Test
    void withoutAJsonFileNothingIsKept() throws IOException {
        var side = SideFile.beside(null, TEN_SECONDS, Measured.class, Measured::key);
        side.add(Trials.of("la01", "cpsat", 1, 101));
        side.done();
        assertThat(folder).isEmptyDirectory();
    }

    private SideFile<Measured> open(Map<String, Object> settings) throws IOException {
        return SideFile.beside(folder.resolve("out.json"), settings, Measured.class, Measured::key);
    }

    private Path partial() {
        return folder.resolve("out.json.partial");
    }
}
