package dev.millwright.gateway;

import dev.millwright.plant.EquipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A picture somebody wants looked at.
 *
 * @param serial the part's serial number, or {@code null} for one to be given
 * @param camera the plant's camera that took it, or {@code null} for a picture from elsewhere
 * @param template a picture of a good part; {@code null} where a trained model knows what good parts look like
 */
@SuppressWarnings("ArrayRecordComponent") // image bytes travel as they are
public record InspectionRequest(
        EquipmentId machine,
        @Nullable String camera,
        @Nullable String serial,
        byte[] image,
        byte @Nullable [] template) {}
