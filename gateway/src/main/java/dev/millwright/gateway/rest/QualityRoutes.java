package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.loop.cause.Hypothesis;
import dev.millwright.loop.quality.CameraState;
import dev.millwright.plant.Stability;
import dev.millwright.plant.event.Fact.PictureRefused;
import dev.millwright.twin.EventQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How good inspection itself is, where defects come from, and how the cameras are. */
@Path("/api/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
@RunOnVirtualThread
final class QualityRoutes {

    private static final int MOST_HOURS = 24 * 366;

    private final Floor floor;

    @Inject
    QualityRoutes(Floor floor) {
        this.floor = floor;
    }

    /**
     * Where defects of a type likely come from; a place to look first, not a proof.
     *
     * @param station the machine that likely makes them; where nothing tells machines apart, the one they were seen at
     * @param lane which parts of a lot, null when it makes no difference
     * @param position where on the part, null when they are all over
     * @param count defective parts that speak for it
     * @param expected how many there would be by chance
     * @param pValue how likely chance alone makes as many
     * @param evidence ids of inspections, the latest first
     */
    record CauseView(
            String type,
            String station,
            @Schema(nullable = true) @Nullable String lane,
            @Schema(nullable = true) @Nullable String position,
            int count,
            double expected,
            double pValue,
            Instant since,
            String words,
            List<String> evidence) {

        static CauseView of(Hypothesis cause) {
            return new CauseView(
                    cause.type(),
                    cause.station().path(),
                    cause.lane(),
                    cause.position(),
                    cause.count(),
                    cause.expected(),
                    cause.pValue(),
                    cause.since(),
                    cause.words(),
                    cause.evidence());
        }
    }

    /** How often people agreed with the inspector, by line and type of defect. */
    record ConfirmationsView(Instant from, Instant to, List<ConfirmationView> items) {}

    /**
     * What people said of findings of one type on one line.
     *
     * @param unjudged findings of which nobody has said anything
     * @param rejectConfirmationRate share of judged findings that are defects; null when none is judged
     * @param ever the same counts since the twin knows the line
     */
    record ConfirmationView(
            String line,
            String type,
            long confirmed,
            long rejected,
            long missed,
            long unjudged,
            @Schema(nullable = true) @Nullable Double rejectConfirmationRate,
            CountsView ever) {}

    /** Findings that people confirmed and rejected, and defects they missed. */
    record CountsView(long confirmed, long rejected, long missed) {}

    /**
     * A camera's pictures.
     *
     * @param inspected pictures that were inspected in the time asked about
     * @param refused pictures that were not fit, by fault
     * @param drift by size of picture, how the latest compare with those the camera was learned from
     */
    record CameraPicturesView(
            String camera,
            @Schema(nullable = true) @Nullable String machine,
            long inspected,
            long refusedInAll,
            Map<String, Long> refused,
            List<DriftOfSizeView> drift) {}

    /** Drift of a camera's pictures of one size; stability is null while the camera is being learned. */
    record DriftOfSizeView(
            int widthPixels,
            int heightPixels,
            long pictures,
            int learnedFrom,
            int needed,
            @Schema(nullable = true) @Nullable Stability stability,
            List<MeasureView> measures) {}

    /** How far one measure of a camera's pictures has moved; since is null while it is stable. */
    record MeasureView(
            String measure,
            double stabilityIndex,
            double pValue,
            Stability verdict,
            @Schema(nullable = true) @Nullable Instant since) {

        static MeasureView of(CameraState.Measure measure) {
            return new MeasureView(
                    measure.measure(), measure.stabilityIndex(), measure.pValue(), measure.verdict(), measure.since());
        }
    }

    @GET
    @Path("/causes")
    @Operation(
            operationId = "causes",
            summary = "Where defects likely come from, the strongest first",
            description = "Compared with three times as long before. The share of chance findings stays below 1 %.")
    public List<CauseView> causes(@RestQuery @DefaultValue("8") int hours) {
        requireHours(hours);
        return new Suspects(floor)
                .since(Duration.ofHours(hours)).stream().map(CauseView::of).toList();
    }

    @GET
    @Path("/confirmations")
    @Operation(operationId = "confirmations", summary = "How often people agreed with the inspector")
    public ConfirmationsView confirmations(@RestQuery @DefaultValue("24") int hours) {
        var window = window(hours);
        return new ConfirmationsView(window.from(), window.to(), new Confirmations(floor).within(window));
    }

    @GET
    @Path("/cameras")
    @Operation(operationId = "cameras", summary = "Each camera's pictures: refused by fault, and drifted since when")
    public List<CameraPicturesView> cameras(@RestQuery @DefaultValue("24") int hours) {
        var window = window(hours);
        var refused = new TreeMap<String, Map<String, Long>>();
        var query = EventQuery.all()
                .ofTypes(Set.of("picture-refused"))
                .between(window.from(), window.to())
                .backwards()
                .atMost(Inspections.MOST);
        for (var event : floor.events(query)) {
            if (event.fact() instanceof PictureRefused fact) {
                refused.computeIfAbsent(fact.camera(), _ -> new TreeMap<>()).merge(fact.fault(), 1L, Long::sum);
            }
        }
        var inspected = new TreeMap<String, Long>();
        Inspections.within(floor, window)
                .forEach(told -> inspected.merge(told.fact().camera(), 1L, Long::sum));
        var states = floor.quality().cameras();
        var names = new TreeSet<>(refused.keySet());
        floor.state().plant().cameras().forEach(camera -> names.add(camera.id()));
        return names.stream()
                .map(name ->
                        camera(name, inspected.getOrDefault(name, 0L), refused.getOrDefault(name, Map.of()), states))
                .toList();
    }

    private CameraPicturesView camera(
            String name, long inspected, Map<String, Long> refused, List<CameraState> states) {
        var machine = floor.state().plant().cameras().stream()
                .filter(camera -> camera.id().equals(name))
                .map(camera -> camera.machine().path())
                .findFirst()
                .orElse(null);
        var drift = new ArrayList<DriftOfSizeView>();
        for (var state : states) {
            if (state.camera().equals(name)) {
                drift.add(new DriftOfSizeView(
                        state.widthPixels(),
                        state.heightPixels(),
                        state.pictures(),
                        state.learnedFrom(),
                        state.needed(),
                        state.stability(),
                        state.measures().stream().map(MeasureView::of).toList()));
            }
        }
        long all = refused.values().stream().mapToLong(Long::longValue).sum();
        return new CameraPicturesView(name, machine, inspected, all, refused, drift);
    }

    /** Up to now; what happens at this very moment is in it. */
    private Window window(int hours) {
        requireHours(hours);
        var now = floor.clock().now();
        return new Window(now.minus(Duration.ofHours(hours)), now.plusSeconds(1));
    }

    private static void requireHours(int hours) {
        new Flaws()
                .check(
                        hours >= 1 && hours <= MOST_HOURS,
                        "hours",
                        "%d is not from 1 to %d".formatted(hours, MOST_HOURS))
                .end();
    }
}
