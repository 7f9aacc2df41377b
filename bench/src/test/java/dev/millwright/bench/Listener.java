package dev.millwright.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client of the live socket that keeps every message, and waits for one with a deadline and never by sleeping. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 12;

    private final List<JsonNode> messages = new ArrayList<>();
    /** What the messages carried, by the field it came in; a snapshot's recent events are events too. */
    private final Map<String, List<JsonNode>> parts = new HashMap<>();

    private final WebSocket socket;
    private int subscriptions;

    private Listener(ServerProcess server, String query) {
        var uri = URI.create(server.socket() + query);
        socket = server.http().newWebSocketBuilder().buildAsync(uri, new Ear()).join();
    }

    /** A client that hears these topics; what came before it said so is forgotten. */
    static Listener on(ServerProcess server, String... topics) throws InterruptedException {
        var listener = new Listener(server, "");
        var names = Arrays.stream(topics).map(topic -> '"' + topic + '"').collect(Collectors.joining(","));
        listener.say("{\"type\":\"subscribe\",\"topics\":[" + names + "]}");
        listener.message("the subscription", message -> type(message).equals("subscribed"));
        return listener;
    }

    /** A client that comes back and says what it heard last. */
    static Listener since(ServerProcess server, long seq) {
        return new Listener(server, "?since=" + seq);
    }

    void say(String json) {
        socket.sendText(json, true).join();
    }

    static String type(JsonNode message) {
        return message.path("type").asText();
    }

    /** The first event of a kind that is the one, heard already or soon. */
    JsonNode event(String kind, Predicate<JsonNode> isIt) throws InterruptedException {
        return event(PATIENCE, kind, isIt);
    }

    /** The same, for what takes longer. */
    JsonNode event(Duration patience, String kind, Predicate<JsonNode> isIt) throws InterruptedException {
        String type = "dev.millwright." + kind + ".v1";
        return await(patience, "event " + kind, "events", event -> type(event).equals(type) && isIt.test(event));
    }

    /** The first view in messages' lists of this name (machines, orders, wishes ...) that is the one. */
    JsonNode view(String list, Predicate<JsonNode> isIt) throws InterruptedException {
        return await(PATIENCE, "one of " + list, list, isIt);
    }

    JsonNode message(String what, Predicate<JsonNode> isIt) throws InterruptedException {
        return await(PATIENCE, what, "", isIt);
    }

    /** Everything heard so far in messages' lists of this name. */
    synchronized List<JsonNode> heard(String list) {
        return List.copyOf(list(list));
    }

    synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    private synchronized JsonNode await(Duration patience, String what, String list, Predicate<JsonNode> isIt)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int looked = 0;
        int subscription = subscriptions;
        while (true) {
            if (subscription != subscriptions) {
                subscription = subscriptions;
                looked = 0;
            }
            for (var all = list(list); looked < all.size(); looked++) {
                if (isIt.test(all.get(looked))) {
                    return all.get(looked);
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("Waited %s in vain for %s. Heard last:%n%s".formatted(patience, what, last()));
            }
            wait(left);
        }
    }

    private List<JsonNode> list(String name) {
        return name.isEmpty() ? messages : parts.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private String last() {
        var events = list("events");
        return events.subList(Math.max(0, events.size() - SHOWN), events.size()).stream()
                .map(event -> event.path("offset") + " " + type(event) + " " + event.path("subject") + " "
                        + event.path("reason"))
                .collect(Collectors.joining("\n"));
    }

    private synchronized void take(JsonNode message) {
        if (type(message).equals("subscribed")) {
            subscriptions++;
            messages.clear();
            parts.clear();
        }
        messages.add(message);
        for (var field : message.properties()) {
            String list = field.getKey().equals("recent") ? "events" : field.getKey();
            if (field.getValue().isArray()) {
                field.getValue().forEach(list(list)::add);
            } else if (field.getValue().isObject()) {
                list(list).add(field.getValue());
            }
        }
        notifyAll();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(ServerProcess.JSON.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("The server sent what is no JSON: " + text, e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }
}
