package dev.millwright.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.gateway.ModelFloor;
import dev.millwright.gateway.SearchNews;
import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Reading;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed's promises, without a network: channels keep what they are sent. */
class HubTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant STARTED = Instant.ofEpochMilli(1_000_000);

    @TempDir
    Path folder;

    private ModelFloor floor;
    private Hub hub;
    private long nanos;

    /** Keeps frames; slow when told to be. */
    private static final class Kept implements Channel {
        final List<byte[]> frames = new ArrayList<>();
        boolean writable = true;
        int pings;
        int closed;

        @Override
        public boolean writable() {
            return writable;
        }

        @Override
        public void send(byte[] frame) {
            frames.add(frame);
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close(int code, String reason) {
            closed = code;
        }

        JsonNode last() throws IOException {
            return JSON.readTree(frames.getLast());
        }
    }

    @BeforeEach
    void open() {
        floor = new ModelFloor(PlantFixtures.cell(), folder);
        var mapper = EventJson.mapper();
        mapper.setDefaultPropertyInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS);
        hub = new Hub(floor, mapper, Duration.ofSeconds(60).toNanos(), STARTED);
    }

    @AfterEach
    void close() throws Exception {
        hub.close();
        floor.close();
    }

    /** A solver may find a thousand better plans between two flushes; a screen wants the best of them. */
    @Test
    void whoListensToPlanningHearsTheLatestOfEachSearch() throws IOException {
        var early = join();
        var orders = join("orders");
        hub.flush(tick());
        floor.tell(new SearchNews.Search("loop", "searching", "press-1 failed"));
        for (long objective = 1_000; objective > 0; objective--) {
            floor.tell(new SearchNews.Incumbent("loop", 0.5, objective, null, 60, 0, 0, "tabu", "press-1 failed"));
        }
        hub.searches().hear(new SearchNews.Search("D-1", "done", null));
        int before = early.frames.size();
        hub.flush(tick());
        var heard = early.frames.subList(before, early.frames.size()).stream()
                .map(HubTest::read)
                .filter(message -> message.has("search"))
                .toList();
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0).get("type").asText()).isEqualTo("search");
        assertThat(heard.get(0).get("trigger").asText()).isEqualTo("press-1 failed");
        assertThat(heard.get(1).get("type").asText()).isEqualTo("incumbent");
        assertThat(heard.get(1).get("objective").asLong()).isEqualTo(1);
        assertThat(heard.get(1).get("bound").isNull()).isTrue();
        assertThat(heard.get(2).get("search").asText()).isEqualTo("D-1");
        assertThat(orders.frames.stream().map(HubTest::read)).noneMatch(message -> message.has("search"));

        // Who comes later hears of what still runs, and not of what is over.
        var late = join();
        hub.flush(tick());
        assertThat(late.frames.stream().map(HubTest::read).filter(message -> message.has("search")))
                .extracting(message -> message.get("search").asText())
                .containsExactly("loop", "loop");
    }

    /** Two people at two screens judge the same parts: each sees what the other has said. */
    @Test
    void whatPeopleSayOfAnInspectionIsToldWithItToThoseWhoListenAndThoseWhoComeLater() throws IOException {
        var early = join();
        hub.flush(tick());
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.PartInspected("I-1", "camera-1", "S-1", Verdict.PASS, List.of(), null, 1));
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.PartInspected("I-2", "camera-1", "S-2", Verdict.PASS, List.of(), null, 1));
        hub.flush(tick());
        for (var type : List.of("open", "short")) {
            var missed = new Correction(
                    "I-1." + type, CorrectionVerdict.MISSED, null, type, new Box(1, 2, 3, 4), List.of(), null, "anna");
            floor.tell(PlantFixtures.DRILL, new Fact.FindingCorrected("I-1", "S-1", null, null, missed));
        }
        hub.flush(tick());
        assertThat(early.last().get("inspections")).singleElement().satisfies(inspection -> assertThat(
                        inspection.at("/corrections/1/type").asText())
                .isEqualTo("short"));
        var late = join();
        hub.flush(tick());
        assertThat(late.last().get("inspections")).hasSize(2).last().satisfies(inspection -> {
            assertThat(inspection.get("id").asText()).isEqualTo("I-1");
            assertThat(inspection.get("corrections")).hasSize(2);
        });
    }

    @Test
    void aNewClientGetsEverythingThenOnlyWhatChanges() throws IOException {
        var client = join();
        hub.flush(tick());
        var snapshot = client.last();
        assertThat(snapshot.get("type").asText()).isEqualTo("snapshot");
        assertThat(snapshot.get("machines")).hasSize(3);
        assertThat(snapshot.get("lines")).hasSize(2);
        assertThat(snapshot.get("plan").isNull()).isTrue();
        assertThat(snapshot.get("plant").get("name").asText()).isEqualTo("cell");

        run(PlantFixtures.PRESS_1);
        hub.flush(tick());
        var delta = client.last();
        assertThat(delta.get("type").asText()).isEqualTo("delta");
        assertThat(delta.get("seq").asLong()).isGreaterThan(snapshot.get("seq").asLong());
        assertThat(delta.get("machines")).hasSize(1);
        assertThat(delta.get("machines").get(0).get("state").asText()).isEqualTo("EXECUTE");
        assertThat(delta.get("events")).hasSize(1);
        assertThat(delta.has("orders")).isFalse();
        assertThat(delta.get("clock").get("offset").asLong())
                .isEqualTo(floor.state().offset());
    }

    @Test
    void whenNothingChangesNothingIsSentButAHeartbeat() throws IOException {
        var client = join();
        hub.flush(tick());
        hub.flush(tick());
        assertThat(client.frames).hasSize(1);

        nanos += Duration.ofSeconds(6).toNanos();
        hub.flush(nanos);
        assertThat(client.frames).hasSize(2);
        assertThat(client.last().has("machines")).isFalse();
    }

    @Test
    void topicsReallyFilter() throws IOException {
        var press = join("equipment:" + PlantFixtures.PRESS_1);
        var orders = join("orders", "alarms");
        var kind = join("kind:order-added");
        var readings = join("kind:readings-taken");
        hub.flush(tick());
        assertThat(press.last().get("machines")).hasSize(1);
        assertThat(orders.last().get("machines")).isEmpty();

        run(PlantFixtures.PRESS_1);
        run(PlantFixtures.DRILL);
        floor.tell(EquipmentId.of("hall"), PlantFixtures.orderAdded("O-1", 5));
        floor.tell(
                PlantFixtures.DRILL,
                new Fact.ReadingsTaken(List.of(Reading.good("temperature", 60, ModelFloor.START))));
        hub.flush(tick());

        assertThat(press.last().get("machines")).hasSize(1);
        assertThat(press.last().get("events")).hasSize(1);
        assertThat(press.last().has("orders")).isFalse();
        assertThat(orders.last().get("orders")).hasSize(1);
        assertThat(orders.last().get("lots")).hasSize(1);
        assertThat(orders.last().has("machines")).isFalse();
        assertThat(orders.last().has("events")).isFalse();
        assertThat(kind.last().get("events").get(0).get("type").asText()).isEqualTo("dev.millwright.order-added.v1");
        assertThat(kind.last().has("orders")).isFalse();
        assertThat(readings.last().get("events")).hasSize(1);
    }

    @Test
    void aSlowClientIsPassedOverAndLaterHearsTheLatestOnly() throws IOException {
        var slow = join();
        var fast = join();
        hub.flush(tick());
        slow.writable = false;
        for (int i = 0; i < 300; i++) {
            floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.EXECUTE, "part " + i));
            hub.flush(tick());
        }
        assertThat(fast.frames).hasSize(301);
        assertThat(slow.frames).hasSize(1);

        slow.writable = true;
        hub.flush(tick());
        assertThat(slow.frames).hasSize(2);
        assertThat(slow.last().get("machines")).hasSize(1);
        assertThat(slow.last().get("machines").get(0).get("cause").asText()).isEqualTo("part 299");
        assertThat(slow.last().get("events")).hasSize(Messages.MOST_EVENTS);
        assertThat(slow.last().get("dropped").asInt()).isEqualTo(100);
        assertThat(slow.last().get("seq")).isEqualTo(fast.last().get("seq"));
    }

    @Test
    void eventsBeyondWhatIsHeldAreCountedAsDropped() throws IOException {
        var slow = join();
        hub.flush(tick());
        run(PlantFixtures.PRESS_1);
        hub.flush(tick());
        slow.writable = false;
        for (int i = 0; i < 1300; i++) {
            floor.tell(PlantFixtures.PRESS_1, new Fact.MachineStateChanged(PackMlState.EXECUTE, "part " + i));
            if (i % 100 == 0) {
                hub.flush(tick());
            }
        }
        slow.writable = true;
        hub.flush(tick());
        assertThat(slow.last().get("dropped").asInt()).isEqualTo(1100);
    }

    @Test
    void clientsThatWantTheSameShareOneFrame() {
        var one = join();
        var other = join();
        var another = join("plan");
        hub.flush(tick());
        assertThat(one.frames.getLast()).isSameAs(other.frames.getLast()).isNotSameAs(another.frames.getLast());
    }

    @Test
    void whoComesBackGoesOnWhereItStood() throws IOException {
        var before = join();
        hub.flush(tick());
        long seq = before.last().get("seq").asLong();
        run(PlantFixtures.PRESS_1);
        hub.flush(tick());

        var after = new Kept();
        hub.join(after, seq, nanos);
        hub.flush(tick());
        assertThat(after.last().get("type").asText()).isEqualTo("delta");
        assertThat(after.last().get("machines")).hasSize(1);

        var saying = new Kept();
        hub.hear(hub.join(saying, null, nanos), "{\"type\": \"resume\", \"seq\": " + seq + "}", nanos);
        hub.flush(tick());
        assertThat(saying.last().get("type").asText()).isEqualTo("delta");
    }

    @Test
    void whoComesBackFromAnotherRunOfTheServerStartsAnew() throws IOException {
        var client = new Kept();
        hub.join(client, STARTED.toEpochMilli() - 5, nanos);
        hub.flush(tick());
        assertThat(client.last().get("type").asText()).isEqualTo("snapshot");
    }

    @Test
    void aPingIsAnsweredAndNonsenseIsExplained() throws IOException {
        var channel = new Kept();
        var client = hub.join(channel, null, nanos);
        hub.hear(client, "{\"type\": \"ping\", \"id\": \"7\"}", nanos);
        assertThat(channel.last().get("type").asText()).isEqualTo("pong");
        assertThat(channel.last().get("id").asText()).isEqualTo("7");

        hub.hear(client, "{\"type\": \"subscribe\", \"topics\": [\"gossip\"]}", nanos);
        assertThat(channel.last().get("type").asText()).isEqualTo("error");
        assertThat(channel.last().get("detail").asText()).contains("gossip", "equipment:PATH");
        hub.hear(client, "hello", nanos);
        assertThat(channel.last().get("type").asText()).isEqualTo("error");
        hub.hear(client, "{\"type\": \"subscribe\", \"topics\": [\"kind:gossip\"]}", nanos);
        assertThat(channel.last().get("type").asText()).isEqualTo("error");
        hub.hear(client, "null", nanos);
        assertThat(channel.last().get("detail").asText()).contains("null says nothing");
        hub.hear(client, "{\"type\": \"subscribe\", \"topics\": [null]}", nanos);
        assertThat(channel.last().get("detail").asText()).contains("A topic is null");
    }

    @Test
    void aSubscriptionIsConfirmedAndFollowedByItsSnapshot() throws IOException {
        var channel = new Kept();
        var client = hub.join(channel, null, nanos);
        hub.flush(tick());
        hub.hear(client, "{\"type\": \"subscribe\", \"topics\": [\"plan\", \"alarms\"]}", nanos);
        assertThat(channel.last().get("topics").toString()).isEqualTo("[\"alarms\",\"plan\"]");
        hub.hear(client, "{\"type\": \"unsubscribe\", \"topics\": [\"plan\"]}", nanos);
        assertThat(channel.last().get("topics").toString()).isEqualTo("[\"alarms\"]");
        hub.flush(tick());
        assertThat(channel.last().get("type").asText()).isEqualTo("snapshot");
        assertThat(channel.last().get("machines")).isEmpty();
    }

    @Test
    void whoGivesNoSignOfLifeIsLetGo() {
        var silent = join();
        hub.ping();
        assertThat(silent.pings).isEqualTo(1);
        hub.flush(nanos + Duration.ofSeconds(61).toNanos());
        assertThat(silent.closed).isEqualTo(1001);
    }

    private Kept join(String... topics) {
        var channel = new Kept();
        var client = hub.join(channel, null, nanos);
        if (topics.length > 0) {
            client.topics = Topics.of(List.of(topics));
            hub.hear(
                    client, "{\"type\": \"subscribe\", \"topics\": [\"" + String.join("\",\"", topics) + "\"]}", nanos);
        }
        return channel;
    }

    private static JsonNode read(byte[] frame) {
        try {
            return JSON.readTree(frame);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void run(EquipmentId machine) {
        floor.tell(machine, new Fact.MachineStateChanged(PackMlState.EXECUTE, null));
    }

    private long tick() {
        nanos += Duration.ofMillis(150).toNanos();
        return nanos;
    }
}
