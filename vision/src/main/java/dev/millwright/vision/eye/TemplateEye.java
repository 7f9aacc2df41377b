package dev.millwright.vision.eye;

import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares pictures with templates. */
public record TemplateEye(Inspector inspector) implements Eye {

    @Override
    public boolean needsTemplate() {
        return true;
    }

    @Override
    public Sight look(ColourFrame picture, @Nullable Frame template) {
        if (template == null) {
            throw new IllegalArgumentException(
                    "No template came along to compare the picture with.\nSend the picture of a good part as 'template'.");
        }
        var findings = inspector.inspect(picture.grey(), template).findings().stream()
                .map(Finding::told)
                .toList();
        return new Sight(
                Sight.verdict(findings), findings, "", Map.of("findings", (double) findings.size()), Double.NaN, null);
    }
}
