package dev.millwright.gateway.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.gateway.problem.Problem;
import dev.millwright.gateway.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The screen's files: hashed ones are kept for ever, the page itself is asked for each time, and a path inside the
 * screen leads to the page. What nobody answers ends here as a problem.
 */
@Singleton
final class Screen {

    private static final int AFTER_SECURITY = 390;
    private static final List<String> OURS =
            List.of("/api/", "/ws", "/health", "/metrics", "/openapi", "/docs", "/q/", "/assets/");

    private final ObjectMapper json;

    @Inject
    Screen(ObjectMapper json) {
        this.json = json;
    }

    void caching(@Observes Filters filters) {
        filters.register(Screen::cacheControl, AFTER_SECURITY);
        filters.register(Screen::page, AFTER_SECURITY - 1);
    }

    void routes(@Observes Router router) {
        router.get("/q/health*")
                .handler(context -> context.reroute(context.request().path().substring("/q".length())));
        router.errorHandler(413, this::problem);
        router.errorHandler(404, this::problem);
        router.errorHandler(405, this::problem);
    }

    private static void cacheControl(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith("/assets/")) {
            context.addHeadersEndHandler(done -> context.response()
                    .putHeader(
                            "Cache-Control",
                            context.response().getStatusCode() < 400
                                    ? "public, max-age=31536000, immutable"
                                    : "no-store"));
        } else if (path != null && (path.equals("/") || path.endsWith(".html"))) {
            context.addHeadersEndHandler(done -> context.response().putHeader("Cache-Control", "no-cache"));
        }
        context.next();
    }

    /** A path that names no file and nothing of ours is a place inside the screen. */
    private static void page(RoutingContext context) {
        var request = context.request();
        String accept = request.getHeader("Accept");
        String path = request.path();
        boolean inside = HttpMethod.GET.equals(request.method())
                && accept != null
                && accept.contains("text/html")
                && path != null
                && path.length() > 1
                && path.indexOf('.') < 0
                && OURS.stream().noneMatch(path::startsWith);
        if (inside) {
            context.reroute("/index.html");
        } else {
            context.next();
        }
    }

    private void problem(RoutingContext context) {
        var request = context.request();
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        int status = context.statusCode() < 400 ? 404 : context.statusCode();
        var problem = Problems.ofStatus(status, request.method().name(), request.path())
                .at(request.path());
        try {
            response.setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is not writable as JSON: " + problem, e);
        }
    }
}
