package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where lots are, what has been done to them, and which machine gets each next. A lot is at one place and in one
 * operation at a time, and follows its route: operations of one lot never overlap.
 */
final class Lots {

    private static final double PUT_AWAY_SECONDS = 60;

    private final Floor floor;
    private final Transport transport;
    private final Consumer<EquipmentId> lotIsHere;
    private final Map<String, LotTrack> tracks = new TreeMap<>();

    /**
     * @param lotIsHere told when the lot a machine waits for is there, free and due
     */
    Lots(Floor floor, Consumer<EquipmentId> lotIsHere) {
        this.floor = floor;
        this.transport = new Transport(floor.plant());
        this.lotIsHere = lotIsHere;
    }

    void remember(LotMemory memory) {
        var track = new LotTrack(memory.lot(), memory.product());
        track.restore(memory);
        tracks.put(memory.lot(), track);
    }

    /** A machine wants the lot for an operation; it is brought as soon as it is due there. */
    void claim(EquipmentId machine, WorkInstruction work) {
        var track = tracks.computeIfAbsent(work.lot(), lot -> new LotTrack(lot, work.product()));
        if (track.location() == null) {
            track.moveTo(transport.entrance(machine));
            arrived(track);
        }
        track.claim(machine, work);
        settle(track);
    }

    void unclaim(WorkInstruction work) {
        var track = tracks.get(work.lot());
        if (track != null) {
            track.unclaim(work.operation());
            settle(track);
        }
    }

    /** True when the machine can begin now. */
    boolean ready(EquipmentId machine, WorkInstruction work) {
        var track = tracks.get(work.lot());
        return track != null
                && track.free()
                && machine.equals(track.location())
                && track.first(machine, work)
                && due(track, work);
    }

    /** True when the lot is on its way to the machine. */
    boolean coming(EquipmentId machine, WorkInstruction work) {
        var track = tracks.get(work.lot());
        return track != null && machine.equals(track.destination());
    }

    boolean done(WorkInstruction work) {
        var track = tracks.get(work.lot());
        return track != null && track.done().contains(work.operation());
    }

    /** The parts that earlier runs of an operation did. */
    int processed(WorkInstruction work) {
        var track = tracks.get(work.lot());
        return track == null ? 0 : track.processed(work.operation());
    }

    void begin(EquipmentId machine, WorkInstruction work) {
        track(work).begin(machine, work);
    }

    void end(WorkInstruction work, int processed, boolean completed) {
        var track = track(work);
        track.end(work, processed, completed);
        settle(track);
        floor.after(PUT_AWAY_SECONDS, "put away", () -> putAway(track));
    }

    /** The machines that have worked on the lot so far. */
    Collection<EquipmentId> visited(String lot) {
        var track = tracks.get(lot);
        return track == null ? List.of() : track.visited();
    }

    List<String> at(EquipmentId place) {
        var here = new ArrayList<String>();
        for (var track : tracks.values()) {
            if (place.equals(track.location())) {
                here.add(track.lot());
            }
        }
        return here;
    }

    private LotTrack track(WorkInstruction work) {
        var track = tracks.get(work.lot());
        if (track == null) {
            throw new IllegalStateException("Lot %s was never claimed.".formatted(work.lot()));
        }
        return track;
    }

    private boolean due(LotTrack track, WorkInstruction work) {
        return floor.plant()
                .product(work.product())
                .map(product -> track.due(product, work.operation()))
                .orElse(true);
    }

    private void settle(LotTrack track) {
        var claim = track.firstClaim();
        if (claim == null || !track.free() || !due(track, claim.work())) {
            return;
        }
        if (claim.machine().equals(track.location())) {
            lotIsHere.accept(claim.machine());
        } else {
            carry(track, claim.machine());
        }
    }

    private void putAway(LotTrack track) {
        EquipmentId location = track.location();
        if (!track.free() || track.firstClaim() != null || location == null || transport.isBuffer(location)) {
            return;
        }
        boolean finished =
                floor.plant().product(track.product()).map(track::finished).orElse(false);
        var buffer = transport.buffer(location, finished, this::load);
        if (buffer != null) {
            carry(track, buffer);
        }
    }

    private int load(EquipmentId buffer) {
        int load = 0;
        for (var track : tracks.values()) {
            if (buffer.equals(track.location()) || buffer.equals(track.destination())) {
                load++;
            }
        }
        return load;
    }

    private void carry(LotTrack track, EquipmentId to) {
        double seconds = transport.seconds(track.location(), to);
        track.leaveFor(to);
        floor.after(seconds, "transport", () -> {
            track.moveTo(to);
            arrived(track);
            settle(track);
        });
    }

    private void arrived(LotTrack track) {
        @Nullable EquipmentId location = track.location();
        if (location != null) {
            floor.say(location, new Fact.LotArrived(track.lot()));
        }
    }
}
