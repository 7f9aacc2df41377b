package dev.millwright.gateway.rest;

import dev.millwright.gateway.Benchmark;
import dev.millwright.gateway.DefectReport;
import dev.millwright.gateway.Floor;
import dev.millwright.gateway.InspectionRequest;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.rest.Forms.DefectForm;
import dev.millwright.gateway.rest.MachineRoutes.AcceptedView;
import dev.millwright.gateway.view.EventView;
import dev.millwright.gateway.view.InspectionView;
import dev.millwright.gateway.view.Page;
import dev.millwright.plant.Camera;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Pictures looked at, and what was found. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
@RunOnVirtualThread
final class InspectionRoutes {

    private static final int MOST_FILES = 32;
    private static final int MOST_ITERATIONS = 1000;

    private final Floor floor;

    @Inject
    InspectionRoutes(Floor floor) {
        this.floor = floor;
    }

    /** What was found in several pictures, in their order; and which could not be inspected. */
    record BatchView(List<InspectionView> items, List<RefusedView> refused) {}

    /** A picture that could not be inspected. */
    record RefusedView(String picture, String why, @Nullable String cure) {}

    @POST
    @Path("/inspections")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "inspect",
            summary = "Looks at a picture of a part",
            description =
                    "Compared with the template sent along, or looked at by the trained model that the plant file names at the"
                            + " camera, or at the first of the machine.")
    public InspectionView inspect(
            @RestForm @Nullable FileUpload image,
            @RestForm @Nullable FileUpload template,
            @RestForm @Nullable String machine,
            @RestForm @Nullable String camera,
            @RestForm @Nullable String serial) {
        byte[] picture = Images.required(image, "image");
        var from = camera == null ? null : named(camera);
        var request = new InspectionRequest(
                from == null ? camera(machine) : from.machine(),
                from == null ? null : from.id(),
                serial,
                picture,
                Images.optional(template, "template"));
        return view(Answers.value(floor.inspect(request)));
    }

    @POST
    @Path("/inspections/batch")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "inspectBatch",
            summary = "Looks at many pictures of parts of one machine",
            description = "Up to 32 fields named image, or a zip of up to 200 pictures as archive."
                    + " What cannot be inspected is listed, the rest is inspected.")
    public BatchView batch(
            @RestForm("image") @Nullable List<FileUpload> images,
            @RestForm @Nullable FileUpload archive,
            @RestForm @Nullable FileUpload template,
            @RestForm @Nullable String machine) {
        int count = images == null ? 0 : images.size();
        new Flaws()
                .check(
                        count <= MOST_FILES && (count >= 1 || archive != null),
                        "image",
                        "%d pictures; send from 1 to %d fields of this name, or a zip as 'archive'"
                                .formatted(count, MOST_FILES))
                .end();
        var batch = new Batch(floor, camera(machine), Images.optional(template, "template"));
        var pictures = images == null ? List.<FileUpload>of() : images;
        pictures.forEach(upload -> batch.add(upload.fileName(), Images.required(upload, "image")));
        if (archive != null) {
            Archive.files(archive, batch::add);
        }
        return batch.view();
    }

    @GET
    @Path("/inspections")
    @Operation(operationId = "inspections", summary = "Inspections, the latest first")
    public RestResponse<Page<InspectionView>> inspections(
            @RestQuery @Nullable String machine,
            @RestQuery @Nullable Verdict verdict,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue(Answers.USUAL_LIMIT) int limit,
            UriInfo uri) {
        Answers.requireLimit(limit);
        var query = Inspections.query().atMost(verdict == null ? limit + 1 : 10 * limit);
        if (machine != null) {
            query = query.about(Equipment.any(floor.state().plant(), machine));
        }
        if (cursor != null) {
            query = query.after(Answers.offset(cursor));
        }
        var read = floor.events(query);
        var found = Inspections.told(read).stream()
                .filter(told -> verdict == null || told.fact().verdict() == verdict)
                .toList();
        var items = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > limit || read.size() == query.limit();
        var last = found.size() > limit ? items.getLast().event() : read.isEmpty() ? null : read.getLast();
        return Answers.page(
                uri,
                new Page<>(
                        Inspections.views(floor, items),
                        more && last != null ? Answers.encode(Long.toString(last.offset())) : null,
                        null));
    }

    @GET
    @Path("/inspections/{id}")
    @Operation(operationId = "inspection", summary = "One inspection")
    public InspectionView inspection(@RestPath String id) {
        return Inspections.view(floor, Inspections.need(floor, id));
    }

    @GET
    @Path("/inspections/{id}/image")
    @Produces("image/png")
    @Operation(operationId = "inspectionImage", summary = "The picture with its marks")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", schema = @Schema(format = "binary")))
    public RestResponse<byte[]> image(@RestPath String id) {
        String path = Inspections.need(floor, id).fact().image();
        byte[] image = path == null ? null : floor.image(path).orElse(null);
        if (image == null) {
            throw ProblemException.notFound("picture of inspection", id, "/api/v1/inspections");
        }
        return RestResponse.ResponseBuilder.ok(image)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .build();
    }

    @GET
    @Path("/inspections/benchmark")
    @Operation(operationId = "benchmark", summary = "How fast inspection is on this machine")
    public Benchmark benchmark(
            @RestQuery @DefaultValue("20") int iterations, @RestQuery @DefaultValue("1") int batchSize) {
        new Flaws()
                .check(
                        iterations >= 1 && iterations <= MOST_ITERATIONS,
                        "iterations",
                        "%d is not from 1 to %d".formatted(iterations, MOST_ITERATIONS))
                .check(
                        batchSize >= 1 && batchSize <= MOST_FILES,
                        "batchSize",
                        "%d is not from 1 to %d".formatted(batchSize, MOST_FILES))
                .end();
        return Answers.value(floor.benchmark(iterations, batchSize));
    }

    @POST
    @Path("/defects")
    @Operation(operationId = "reportDefect", summary = "Takes a defect found elsewhere into the machine's account")
    @APIResponse(responseCode = "202", description = "Taken; health, plan and screen follow")
    public RestResponse<AcceptedView> defect(@Nullable DefectForm body) {
        var form = Flaws.body(body);
        var flaws = new Flaws();
        flaws.need(form.machine(), "machine");
        var type = flaws.need(form.type(), "type");
        flaws.brief(type, "type")
                .brief(form.serial(), "serial")
                .brief(form.comment(), "comment")
                .brief(form.by(), "by")
                .end();
        var machine = Equipment.machine(floor.state().plant(), "machine", form.machine());
        var event = Answers.value(floor.reportDefect(new DefectReport(
                machine.id(),
                Objects.requireNonNull(type),
                form.severity() == null ? Severity.MODERATE : form.severity(),
                form.serial(),
                form.comment(),
                Answers.by(form.by()))));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new AcceptedView(EventView.of(event)));
    }

    private Camera named(String id) {
        var cameras = floor.state().plant().cameras();
        return cameras.stream()
                .filter(camera -> camera.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND,
                        "There is no camera '%s'.".formatted(id),
                        cameras.isEmpty()
                                ? "Add one to a machine in the plant file."
                                : "There are: %s."
                                        .formatted(String.join(
                                                ", ",
                                                cameras.stream().map(Camera::id).toList()))));
    }

    /** The machine a picture is from: the one named, or the first that has a camera. */
    private EquipmentId camera(@Nullable String machine) {
        var plant = floor.state().plant();
        return machine == null && !plant.cameras().isEmpty()
                ? plant.cameras().getFirst().machine()
                : Equipment.machine(plant, "machine", machine).id();
    }

    static InspectionView view(Event event) {
        return Inspections.told(List.of(event)).stream()
                .map(told -> InspectionView.of(told.event(), told.fact()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Event %s tells of no inspection.".formatted(event.id())));
    }
}
