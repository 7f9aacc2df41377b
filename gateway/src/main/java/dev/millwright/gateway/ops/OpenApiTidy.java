package dev.millwright.gateway.ops;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says in the document what holds everywhere: what we send is complete, and what goes wrong is a problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiTidy implements OASFilter {

    private static final Set<String> LEFT_OUT_WHEN_ABSENT = Set.of("correlation", "causation", "reason");

    /** Made by the framework. */
    public OpenApiTidy() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (!name.endsWith("Form")
                    && !name.equals("Problem")
                    && !name.equals("Flaw")
                    && schema.getProperties() != null) {
                var required = new ArrayList<>(schema.getProperties().keySet());
                if (name.equals("EventView")) {
                    required.removeAll(LEFT_OUT_WHEN_ABSENT);
                }
                if (name.startsWith("Page")) {
                    required.remove("total");
                }
                schema.setRequired(required);
            }
        });
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                    .values()
                    .forEach(OpenApiTidy::problems));
        }
    }

    private static void problems(Operation operation) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        var content = OASFactory.createContent().addMediaType("application/problem+json", media);
        var known = operation.getResponses().getAPIResponses();
        for (Map.Entry<String, org.eclipse.microprofile.openapi.models.responses.APIResponse> answer :
                known.entrySet()) {
            if (answer.getKey().startsWith("4")) {
                answer.getValue().setContent(content);
            }
        }
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("What went wrong, and what would help")
                                .content(content));
    }
}
