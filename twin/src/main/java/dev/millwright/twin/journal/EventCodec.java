package dev.millwright.twin.journal;

import dev.millwright.plant.Quality;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;

/** Events as bytes: readings, which are nearly all of them, compact; everything else as the JSON the world sees. */
final class EventCodec {

    private static final int JSON = 1;
    private static final int READINGS = 2;

    private EventCodec() {}

    static void write(Bytes out, Event event) {
        if (event.fact() instanceof Fact.ReadingsTaken taken) {
            out.put(READINGS);
            writeReadings(out, event, taken);
        } else {
            byte[] json = EventJson.write(event);
            out.put(JSON);
            out.putVar(json.length);
            out.put(json);
        }
    }

    static Event read(Cursor in, long offset) {
        int kind = in.next();
        return switch (kind) {
            case JSON -> EventJson.readEvent(in.nextBytes((int) in.nextVar()));
            case READINGS -> readReadings(in, offset);
            default ->
                throw new IllegalStateException(
                        "Event %d is of the unknown kind %d.\nOpen this journal with a newer version."
                                .formatted(offset, kind));
        };
    }

    private static void writeReadings(Bytes out, Event event, Fact.ReadingsTaken taken) {
        out.putTime(event.time());
        out.putTime(event.recorded());
        out.putText(event.source());
        out.putText(event.subject().path());
        out.putText(event.correlation());
        out.putText(event.causation());
        out.putText(event.reason());
        out.putVar(taken.readings().size());
        for (var reading : taken.readings()) {
            out.putText(reading.signal());
            out.putLong(Double.doubleToRawLongBits(reading.value()));
            boolean sameTime = reading.sourceTime().equals(event.time());
            out.put((code(reading.quality()) << 1) | (sameTime ? 1 : 0));
            if (!sameTime) {
                out.putTime(reading.sourceTime());
            }
        }
    }

    private static Event readReadings(Cursor in, long offset) {
        var time = in.nextTime();
        var recorded = in.nextTime();
        var source = in.nextName();
        var subject = in.nextEquipment();
        var correlation = in.nextTextOrNull();
        var causation = in.nextTextOrNull();
        var reason = in.nextTextOrNull();
        int count = (int) in.nextVar();
        var readings = new ArrayList<Reading>(count);
        for (int i = 0; i < count; i++) {
            var signal = in.nextName();
            double value = Double.longBitsToDouble(in.nextLong());
            int flags = in.next();
            var sourceTime = (flags & 1) == 1 ? time : in.nextTime();
            readings.add(new Reading(signal, value, sourceTime, quality(flags >> 1)));
        }
        return new Event(
                offset,
                time,
                recorded,
                source,
                subject,
                correlation,
                causation,
                reason,
                new Fact.ReadingsTaken(readings));
    }

    private static int code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    private static Quality quality(int code) {
        return switch (code) {
            case 0 -> Quality.GOOD;
            case 1 -> Quality.UNCERTAIN;
            default -> Quality.BAD;
        };
    }
}
