package dev.millwright.plant;

import java.time.Instant;

/**
 * A picture of a part, with the picture of a good one to compare it with; both PNG or JPEG.
 *
 * @param camera the camera's id in the plant file
 * @param serial the part's serial number, such as {@code O-17.2/5}
 */
@SuppressWarnings("ArrayRecordComponent") // image bytes travel as they are; frames are never compared
public record CameraFrame(
        EquipmentId machine, String camera, String serial, Instant time, byte[] image, byte[] template) {}
