package dev.millwright.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The schema editors use and the loader that judges must say the same. */
class SchemaTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where each of the schema's objects stands in a file: its key lists are what the loader is asked for. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("", "%s: 1"),
            Map.entry("line", "lines: [{%s: 1}]"),
            Map.entry("type", "types: {a: {%s: 1}}"),
            Map.entry("signal", "types: {a: {signals: {s: {%s: 1}}}}"),
            Map.entry("reliability", "types: {a: {reliability: {%s: 1}}}"),
            Map.entry("life", "types: {a: {life: {%s: 1}}}"),
            Map.entry("plant-costs", "costs: {%s: 1}"),
            Map.entry("inspection", "inspection: {%s: 1}"),
            Map.entry("costs", "types: {a: {costs: {%s: 1}}}"),
            Map.entry("machine", "machines: [{%s: 1}]"),
            Map.entry("at", "machines: [{at: {%s: 1}}]"),
            Map.entry("camera", "machines: [{camera: {%s: 1}}]"),
            Map.entry("buffer", "buffers: [{%s: 1}]"),
            Map.entry("product", "products: [{%s: 1}]"),
            Map.entry("step", "products: [{route: [{%s: 1}]}]"),
            Map.entry("setup", "setups: [{%s: 1}]"),
            Map.entry("shift", "shifts: [{%s: 1}]"),
            Map.entry("order", "orders: [{%s: 1}]"));

    @Test
    void theExamplesFitTheSchema() throws IOException {
        for (String name : new String[] {"board-shop", "machine-shop", "engine-cells"}) {
            var tree =
                    JSON.valueToTree(new Yaml().load(Files.readString(ExamplesTest.EXAMPLES.resolve(name + ".yaml"))));
            assertThat(schema().validate(tree)).as(name).isEmpty();
        }
    }

    @Test
    void theLoaderKnowsTheSameKeysAsTheSchema() throws IOException {
        var root = JSON.readTree(file().toFile());
        var described = new TreeSet<String>();
        described.add("");
        root.get("$defs").properties().forEach(definition -> {
            if (definition.getValue().has("properties")) {
                described.add(definition.getKey());
            }
        });
        assertThat(PLACES.keySet()).isEqualTo(described);
        PLACES.forEach((definition, place) -> {
            var object = definition.isEmpty() ? root : root.get("$defs").get(definition);
            assertThat(keysOfLoader(place)).as(definition).isEqualTo(keysOfSchema(object));
        });
    }

    private static Set<String> keysOfSchema(JsonNode object) {
        var keys = new TreeSet<String>();
        object.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The loader lists the keys it knows when it is given one that resembles none. */
    private static Set<String> keysOfLoader(String place) {
        String strange = "qqqqqqqqqqqqqqqq";
        var refused =
                catchThrowableOfType(PlantFileException.class, () -> PlantFile.parse("test", place.formatted(strange)));
        var told = refused.problems().stream()
                .filter(problem -> problem.message().contains("'" + strange + "'"))
                .findFirst()
                .orElseThrow();
        String list = told.cure().replace("There are: ", "").replace(".", "");
        return new TreeSet<>(Arrays.asList(list.split(", ", -1)));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(file().toFile()));
    }

    private static Path file() {
        return ExamplesTest.EXAMPLES.resolve("plant.schema.json");
    }
}
