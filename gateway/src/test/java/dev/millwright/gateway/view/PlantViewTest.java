package dev.millwright.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlantViewTest {

    /** A plant file may leave its zone out, which is Z in Java, and no browser knows Z. */
    @Test
    void zonesHaveNamesThatBrowsersKnow() {
        assertThat(Stream.of("Z", "UTC", "UTC+2", "GMT", "+02:00", "Etc/GMT+3", "Europe/Berlin", "America/New_York")
                        .map(id -> PlantView.zone(ZoneId.of(id))))
                .containsExactly(
                        "UTC", "UTC", "+02:00", "UTC", "+02:00", "-03:00", "Europe/Berlin", "America/New_York");
    }
}
