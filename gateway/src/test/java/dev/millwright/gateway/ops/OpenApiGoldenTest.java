package dev.millwright.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * The contract with everyone outside, read in review. Run with {@code -Dgolden=rewrite} after a wanted change; the
 * screen's types are generated from the same file.
 */
@QuarkusTest
class OpenApiGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theDocumentIsTheOneThatWasAgreedOn() throws IOException {
        var document = document();
        String text = JSON.writeValueAsString(document) + "\n";
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyRouteSaysWhatItDoesAndHowItFails() throws IOException {
        var silent = new ArrayList<String>();
        document().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    if (!operation.getValue().has("summary")
                            || !operation.getValue().has("operationId")
                            || !operation.getValue().get("responses").has("default")) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
        assertThat(document().at("/components/schemas/Problem/properties/cure").isObject())
                .isTrue();
        assertThat(document().at("/components/schemas/MachineView/required")).hasSize(17);
    }

    private static JsonNode document() throws IOException {
        var document = (ObjectNode)
                JSON.readTree(given().accept("application/json").get("/openapi").asByteArray());
        document.remove("servers"); // the test's port
        return document;
    }
}
