package dev.millwright.gateway.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.ops.DoorSettings;
import dev.millwright.gateway.plans.DraftDesk;
import dev.millwright.gateway.problem.Problem;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The door of the live feed: {@code /ws}, or {@code /ws?since=SEQ} to go on where an earlier connection broke. */
@Singleton
final class LiveFeed {

    private static final System.Logger LOG = System.getLogger(LiveFeed.class.getName());
    private static final int LONGEST_MESSAGE = 16_384;
    private static final long PING_MILLIS = 15_000;

    /** After everything of the application's own has started. */
    private static final int LATE = 4000;

    private final Vertx vertx;
    private final ObjectMapper mapper;
    private final DoorSettings settings;
    private final DraftDesk drafts;
    private final AtomicInteger clients = new AtomicInteger();
    private @Nullable Context thread;
    private @Nullable Hub hub;
    private AutoCloseable listening = () -> {};

    @Inject
    LiveFeed(Vertx vertx, ObjectMapper mapper, DoorSettings settings, DraftDesk drafts, MeterRegistry meters) {
        this.vertx = vertx;
        this.mapper = mapper;
        this.settings = settings;
        this.drafts = drafts;
        meters.gauge("millwright.socket.clients", clients);
    }

    void start(@Observes @Priority(LATE) StartupEvent event, Floor floor) {
        var opened = new Hub(floor, mapper, settings.idleAfter().toNanos(), Instant.now());
        listening = drafts.listen(opened.searches()::hear);
        var context = vertx.getOrCreateContext();
        hub = opened;
        thread = context;
        context.runOnContext(ready -> {
            vertx.setPeriodic(settings.flushEvery().toMillis(), tick -> flush(opened));
            vertx.setPeriodic(PING_MILLIS, tick -> opened.ping());
        });
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        listening.close();
        if (hub != null) {
            hub.close();
        }
    }

    void route(@Observes Router router) {
        router.get("/ws").handler(this::connect);
    }

    private void connect(RoutingContext context) {
        var request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            refuse(
                    context,
                    ProblemException.of(
                            ProblemKind.INVALID_REQUEST,
                            "/ws speaks the WebSocket protocol, and the request does not ask for it.",
                            "Connect with ws:// instead of http://."));
        } else if (!Origins.allowed(request.getHeader("Origin"), request.getHeader("Host"))) {
            refuse(
                    context,
                    ProblemException.of(
                            ProblemKind.FORBIDDEN_ORIGIN,
                            "Pages from '%s' may not listen here.".formatted(request.getHeader("Origin")),
                            "Open the screen at this server's own address."));
        } else if (clients.get() >= settings.maxClients()) {
            refuse(
                    context,
                    ProblemException.of(
                            ProblemKind.UNAVAILABLE,
                            "%d clients listen already.".formatted(clients.get()),
                            "Close some, or raise millwright.door.max-clients."));
        } else {
            Long since = number(request.getParam("since"));
            request.toWebSocket().onSuccess(socket -> accept(socket, since)).onFailure(context::fail);
        }
    }

    private void accept(ServerWebSocket socket, @Nullable Long since) {
        var opened = hub;
        var context = thread;
        if (opened == null || context == null) {
            socket.close((short) 1013, "not ready yet");
            return;
        }
        clients.incrementAndGet();
        socket.closeHandler(closed -> clients.decrementAndGet());
        socket.pause();
        context.runOnContext(join -> {
            var client = opened.join(new VertxChannel(socket), since, System.nanoTime());
            socket.textMessageHandler(text -> context.runOnContext(hear -> hear(opened, client, text)));
            socket.pongHandler(pong -> context.runOnContext(hear -> client.heardAt = System.nanoTime()));
            socket.exceptionHandler(broken -> socket.close());
            socket.closeHandler(closed -> {
                clients.decrementAndGet();
                context.runOnContext(leave -> opened.leave(client));
            });
            socket.resume();
        });
    }

    private static void hear(Hub hub, Client client, String text) {
        if (text.length() > LONGEST_MESSAGE) {
            client.channel.close(1009, "messages here are short");
        } else {
            hub.hear(client, text, System.nanoTime());
        }
    }

    private static void flush(Hub hub) {
        try {
            hub.flush(System.nanoTime());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The live feed could not be told", e);
        }
    }

    private void refuse(RoutingContext context, ProblemException refusal) {
        var problem = refusal.problem().at(context.request().path());
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new String(new Json(mapper).bytes(problem), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
