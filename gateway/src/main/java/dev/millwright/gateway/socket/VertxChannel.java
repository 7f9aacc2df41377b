package dev.millwright.gateway.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;

/**
 * A channel over a WebSocket of Vert.x. Its frame class is internal, but the only one that wraps bytes without copying
 * them: one encoded frame serves all clients.
 */
final class VertxChannel implements Channel {

    private static final Buffer NOTHING = Buffer.buffer();

    private final ServerWebSocket socket;

    VertxChannel(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public boolean writable() {
        return !socket.isClosed() && !socket.writeQueueFull();
    }

    @Override
    public void send(byte[] frame) {
        if (!socket.isClosed()) {
            socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, frame, true));
        }
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(NOTHING);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }
}
