package dev.millwright.plant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a part, PNG, JPEG, BMP or TIFF.
 *
 * @param camera the camera's id in the plant file
 * @param serial the part's serial number, such as {@code O-17.2/5}
 * @param template a picture of a good part to compare it with; null where a trained model knows what good parts look like
 */
@SuppressWarnings("ArrayRecordComponent") // image bytes travel as they are; frames are never compared
public record CameraFrame(
        EquipmentId machine, String camera, String serial, Instant time, byte[] image, byte @Nullable [] template) {}
