package dev.millwright.connectors.sparkplug;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.WorkInstruction;
import java.time.Instant;

/** Commands to machines as metrics, both ways. */
final class CommandCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CommandCodec() {}

    static Metric write(MachineCommand command, Instant time) {
        return switch (command) {
            case MachineCommand.Control(var control) -> Metric.whole(Vocabulary.PACKML_COMMAND, control.code(), time);
            case MachineCommand.Work(var instruction) -> Metric.text(Vocabulary.WORK_COMMAND, json(instruction), time);
            case MachineCommand.Drop(var operation) -> Metric.text(Vocabulary.DROP_COMMAND, operation, time);
            case MachineCommand.Maintain maintain -> Metric.text(Vocabulary.MAINTAIN_COMMAND, json(maintain), time);
        };
    }

    /** Reads a command; an {@link IllegalArgumentException} says what is wrong with it. */
    static MachineCommand read(Metric metric) {
        Long code = metric.whole();
        String text = metric.text();
        try {
            switch (metric.name()) {
                case Vocabulary.PACKML_COMMAND -> {
                    if (code != null) {
                        return new MachineCommand.Control(PackMlCommand.ofCode(code.intValue()));
                    }
                }
                case Vocabulary.WORK_COMMAND -> {
                    if (text != null) {
                        return new MachineCommand.Work(JSON.readValue(text, WorkInstruction.class));
                    }
                }
                case Vocabulary.DROP_COMMAND -> {
                    if (text != null) {
                        return new MachineCommand.Drop(text);
                    }
                }
                case Vocabulary.MAINTAIN_COMMAND -> {
                    if (text != null) {
                        return JSON.readValue(text, MachineCommand.Maintain.class);
                    }
                }
                default -> {}
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Command %s holds %s: %s".formatted(metric.name(), metric.shown(), e.getOriginalMessage()), e);
        }
        throw new IllegalArgumentException("Command %s holds %s.\nCommands are %s."
                .formatted(metric.name(), metric.shown(), Vocabulary.COMMANDS.keySet()));
    }

    private static String json(Object command) {
        try {
            return JSON.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Command %s cannot be written as JSON.".formatted(command), e);
        }
    }
}
