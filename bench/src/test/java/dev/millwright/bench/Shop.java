package dev.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What tests ask of a running server through its REST door, and what must hold for every answer. */
record Shop(ServerProcess server) {

    private static final String BOUNDARY = "a-picture-of-a-board";

    JsonNode get(String path) throws IOException, InterruptedException {
        return server.get("/api/v1" + path);
    }

    /** Posts what must be taken. */
    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var answer = server.send("POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as("POST %s: %s", path, answer.body()).isBetween(200, 299);
        return ServerProcess.JSON.readTree(answer.body());
    }

    HttpResponse<String> command(String machine, String command) throws IOException, InterruptedException {
        return server.send(
                "POST", "/api/v1/machines/" + machine + "/commands", Map.of("command", command, "by", "scenario"));
    }

    JsonNode machine(String id) throws IOException, InterruptedException {
        return get("/machines/" + id);
    }

    /** A board with these defects, as a camera would see it. */
    static Board board(long seed, DefectType... defects) {
        return new BoardGenerator(BoardSettings.large()).generate(seed, List.of(defects));
    }

    /** Sends a board's picture and template, as a camera of that machine would. */
    JsonNode inspect(String machine, String serial, Board board) throws IOException, InterruptedException {
        var form = new ByteArrayOutputStream();
        part(form, "machine", "", machine.getBytes(StandardCharsets.UTF_8));
        part(form, "serial", "", serial.getBytes(StandardCharsets.UTF_8));
        part(form, "image", "; filename=\"image.png\"\r\nContent-Type: image/png", MarkedImage.png(board.image()));
        part(form, "template", "; filename=\"good.png\"\r\nContent-Type: image/png", MarkedImage.png(board.template()));
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.uri("/api/v1/inspections"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        var answer = server.http().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ServerProcess.JSON.readTree(answer.body());
    }

    private static void part(ByteArrayOutputStream form, String name, String more, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return server.http()
                .send(HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The kinds of an event and of all its causes, itself first: how the story is told backwards. */
    List<String> story(JsonNode event) throws IOException, InterruptedException {
        var kinds = new ArrayList<String>();
        String root = event.path("correlation").asText(event.path("id").asText());
        for (var one = event; ; one = get("/events/" + one.path("causation").asText())) {
            kinds.add(kind(one));
            if (!one.has("causation")) {
                assertThat(one.path("id").asText())
                        .as("the first cause names the story")
                        .isEqualTo(root);
                return kinds;
            }
            assertThat(one.path("correlation").asText())
                    .as("one story throughout")
                    .isEqualTo(root);
            assertThat(number(one.path("causation"))).as("causes come first").isLessThan(number(one.path("id")));
        }
    }

    private static long number(JsonNode event) {
        return Long.parseLong(event.asText().substring(1));
    }

    static String kind(JsonNode event) {
        return event.path("type").asText().replaceAll("^dev\\.millwright\\.|\\.v1$", "");
    }

    /** Events of a kind about a piece of equipment, oldest first. */
    List<JsonNode> events(String kind, String subject) throws IOException, InterruptedException {
        var items = list(
                get("/events?limit=1000&type=" + kind + "&subject=" + subject).path("items"));
        items.sort((one, other) ->
                Long.compare(one.path("offset").asLong(), other.path("offset").asLong()));
        return items;
    }

    static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }

    static Instant time(JsonNode text) {
        return Instant.parse(text.asText());
    }

    /** No machine does two things at once, no lot is in two places, and each step comes after the one before it. */
    static void assertFeasible(JsonNode plan) {
        record Slot(String who, int sequence, Instant start, Instant end, String what) {}
        var slots = new ArrayList<Slot>();
        for (var planned : plan.path("operations")) {
            var start = time(planned.path("start"));
            var end = time(planned.path("end"));
            String name = planned.path("operation").asText();
            int sequence = Integer.parseInt(name.replaceAll("^.*:(\\d+).*$", "$1"));
            assertThat(end).as(name).isAfterOrEqualTo(start);
            slots.add(new Slot(planned.path("machine").asText(), 0, start, end, name));
            slots.add(new Slot("lot " + planned.path("lot").asText(), sequence, start, end, name));
        }
        for (var planned : plan.path("maintenance")) {
            slots.add(new Slot(
                    planned.path("machine").asText(),
                    0,
                    time(planned.path("start")),
                    time(planned.path("end")),
                    "maintenance"));
        }
        for (var one : slots) {
            for (var other : slots) {
                if (!one.equals(other) && one.who().equals(other.who())) {
                    boolean apart =
                            !one.end().isAfter(other.start()) || !other.end().isAfter(one.start());
                    assertThat(apart)
                            .as("%s and %s on %s", one, other, one.who())
                            .isTrue();
                    if (one.sequence() < other.sequence()) {
                        assertThat(one.start()).as("%s before %s", one, other).isBefore(other.end());
                        assertThat(one.end()).as("%s before %s", one, other).isBeforeOrEqualTo(other.start());
                    }
                }
            }
        }
    }
}
