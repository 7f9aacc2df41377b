package dev.millwright.gateway.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the live feed over a real connection. */
public final class LiveClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 20;

    private final WebSocketClient client;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

    private LiveClient(WebSocketClient client, WebSocket socket) {
        this.client = client;
        this.socket = socket;
        socket.textMessageHandler(text -> messages.add(read(text)));
    }

    public static LiveClient connect(Vertx vertx, URI ws, String query, @Nullable String origin) {
        var client = client(vertx);
        var socket = client.connect(options(ws, query, origin))
                .map(connected -> new LiveClient(client, connected))
                .toCompletionStage()
                .toCompletableFuture();
        return socket.join();
    }

    /** The status with which a connection is refused. */
    public static int refusal(Vertx vertx, URI ws, @Nullable String origin) {
        var client = client(vertx);
        try {
            client.connect(options(ws, "", origin))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof UpgradeRejectedException refused ? refused.getStatus() : -1;
        } finally {
            client.close();
        }
    }

    public void say(String json) {
        socket.writeTextMessage(json);
    }

    /** Stops reading: what is sent piles up on its way. */
    public void pause() {
        socket.pause();
    }

    public void resume() {
        socket.resume();
    }

    /** The next message of this kind; others before it are let go. */
    public JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No such message within %d s.".formatted(PATIENCE_SECONDS));
            }
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    @Override
    public void close() {
        socket.close().toCompletionStage().toCompletableFuture().join();
        client.close();
    }

    private static WebSocketClient client(Vertx vertx) {
        return vertx.createWebSocketClient(new WebSocketClientOptions()
                .setReceiveBufferSize(16_384)
                .setMaxFrameSize(16 << 20)
                .setMaxMessageSize(32 << 20));
    }

    private static WebSocketConnectOptions options(URI ws, String query, @Nullable String origin) {
        var options = new WebSocketConnectOptions()
                .setHost(ws.getHost())
                .setPort(ws.getPort())
                .setURI(ws.getPath() + query);
        return origin == null ? options : options.addHeader("Origin", origin);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
