package dev.millwright.gateway.ops;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers what pages of this server may do: load from here alone, and be framed by no one. */
@Singleton
final class SecurityHeaders {

    private static final int EARLY = 400;

    // The 3D scene's fonts and decoders run in workers made of blobs, and compile WebAssembly.
    private static final String POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'%s; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self' ws: wss: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String SCREEN = POLICY.formatted("");
    private static final String DOCS = POLICY.formatted(" 'unsafe-inline'"); // Swagger UI starts by an inline script

    void install(@Observes Filters filters) {
        filters.register(this::headers, EARLY);
    }

    private void headers(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Content-Security-Policy", isDocs(context.request()) ? DOCS : SCREEN);
        context.next();
    }

    private static boolean isDocs(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith("/docs");
    }
}
