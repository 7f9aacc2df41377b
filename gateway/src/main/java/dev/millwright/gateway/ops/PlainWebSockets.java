package dev.millwright.gateway.ops;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Leaves frames of the live feed as they are: compressed, each client would need a frame and a dictionary of its own. */
@Singleton
final class PlainWebSockets implements HttpServerOptionsCustomizer {

    private static final int LONGEST = 65_536;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketMessageSize(LONGEST);
    }
}
