package dev.millwright.gateway;

import dev.millwright.plant.EquipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A picture somebody wants looked at.
 *
 * @param serial the part's serial number, or {@code null} for one to be given
 * @param template a picture of a good part; {@code null} for the one last seen at this machine's camera
 */
@SuppressWarnings("ArrayRecordComponent") // image bytes travel as they are
public record InspectionRequest(
        EquipmentId machine,
        @Nullable String camera,
        @Nullable String serial,
        byte[] image,
        byte @Nullable [] template) {}
