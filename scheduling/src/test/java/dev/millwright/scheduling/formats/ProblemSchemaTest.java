package dev.millwright.scheduling.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema editors use, the reader that judges, and the examples people begin with must say the same. */
class ProblemSchemaTest {
    private static final Path EXAMPLES = Path.of("../examples");

    @Test
    void theShippedExampleIsReadAndPlanned() throws IOException {
        var shop = ProblemJson.read(EXAMPLES.resolve("joinery.problem.json"));
        var problem = shop.request().problem();
        assertThat(shop.name()).isEqualTo("Joinery, Wednesday morning");
        assertThat(ScheduleChecker.check(problem, new Dispatcher(shop.request()).best()))
                .isEmpty();
        assertThat(schema().validate(tree(Files.readString(EXAMPLES.resolve("joinery.problem.json")))))
                .isEmpty();
    }

    @Test
    void whateverIsWrittenKeepsToTheSchema() throws IOException {
        var schema = schema();
        for (long seed = 0; seed < 20; seed++) {
            for (var problem : List.of(RandomProblems.of(seed, 5, 3), RichProblems.of(seed, 5, 3))) {
                var adopted = new Dispatcher(PlanRequest.of(problem)).best();
                var text = ProblemJson.write(new PlanRequest(problem, Objective.balanced(), adopted));
                assertThat(schema.validate(tree(text))).as("seed " + seed).isEmpty();
            }
        }
    }

    private static JsonNode tree(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(EXAMPLES.resolve("problem.schema.json")));
    }
}
