package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.util.EnumMap;
import java.util.Map;

/** An objective in JSON: a text as on the command line, or a list of levels such as {@code {"tardiness": 2}}. */
final class ObjectiveReader {
    private ObjectiveReader() {}

    static Objective read(Json value) {
        try {
            return value instanceof Json.Text(var _, var text)
                    ? ObjectiveText.parse(text)
                    : new Objective(
                            Values.items(value, "an objective: a text, or a list of levels", ObjectiveReader::level));
        } catch (IllegalArgumentException refused) {
            throw value.place().trouble(refused);
        }
    }

    private static Objective.Level level(Json value) {
        var section = Section.of(value, "a level of the objective");
        Map<Measure, Long> weights = new EnumMap<>(Measure.class);
        section.all().forEach((name, weight) -> weights.put(measure(name, weight), Values.whole(weight)));
        return section.build(() -> new Objective.Level(weights));
    }

    private static Measure measure(String name, Json weight) {
        try {
            return ObjectiveText.measure(name);
        } catch (IllegalArgumentException unknown) {
            throw weight.place().trouble(unknown);
        }
    }
}
