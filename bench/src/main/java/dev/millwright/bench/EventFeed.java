package dev.millwright.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the live socket that keeps the events it hears, with the time they arrived. */
final class EventFeed implements AutoCloseable {

    /** An event as it came over the wire. */
    record Arrived(JsonNode event, Instant arrived) {}

    private final BlockingQueue<Arrived> inbox = new LinkedBlockingQueue<>();
    private final List<Arrived> heard = new ArrayList<>();
    private final WebSocket socket;

    private EventFeed(ServerProcess server) {
        socket = server.http()
                .newWebSocketBuilder()
                .buildAsync(server.socket(), new Ear())
                .join();
        socket.sendText("{\"type\":\"subscribe\",\"topics\":[\"events\",\"plan\"]}", true)
                .join();
    }

    static EventFeed open(ServerProcess server) {
        return new EventFeed(server);
    }

    /** The first event, heard already or within so many seconds, that is the one; null when none came. */
    @Nullable
    Arrived await(double seconds, Predicate<Arrived> isIt) throws InterruptedException {
        for (var known : heard) {
            if (isIt.test(known)) {
                return known;
            }
        }
        long deadline = System.nanoTime() + Math.round(seconds * 1e9);
        while (System.nanoTime() < deadline) {
            var next = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                heard.add(next);
                if (isIt.test(next)) {
                    return next;
                }
            }
        }
        return null;
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
                var arrived = Instant.now();
                try {
                    var message = ServerProcess.JSON.readTree(text.toString());
                    message.path("events").forEach(event -> inbox.add(new Arrived(event, arrived)));
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
