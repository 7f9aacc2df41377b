package dev.millwright.loop;

import dev.millwright.loop.dispatch.MachineCommands;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Lot;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What people and other systems may ask of the floor: each wish is checked, made durable, and then carried out. */
public final class FloorDesk {

    private final TwinEngine twin;
    private final MachineCommands commands;
    private final InstantSource plantClock;
    /** Numbers of reported defects: beyond all that the journal holds, and no two alike. */
    private final AtomicLong reports;

    FloorDesk(TwinEngine twin, MachineCommands commands, InstantSource plantClock) {
        this.twin = twin;
        this.commands = commands;
        this.plantClock = plantClock;
        this.reports = new AtomicLong(twin.lastOffset() + 1);
    }

    /** Adds an order, split into lots along its product's route; the loop plans it at once. */
    public CommandOutcome addOrder(Order order, String by) {
        try {
            return tell(site(), added(order), "added by " + by, by);
        } catch (IllegalArgumentException e) {
            return new CommandOutcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** The fact of a new order: its lots along its product's route. */
    private Fact.OrderAdded added(Order order) {
        var product = plant().product(order.product())
                .orElseThrow(() -> new IllegalArgumentException("Product '%s' is not made here.\nKnown products: %s."
                        .formatted(
                                order.product(),
                                plant().products().stream()
                                        .map(known -> known.id())
                                        .toList())));
        return new Fact.OrderAdded(order, Lot.of(order, product));
    }

    public CommandOutcome changeOrder(String order, int priority, @Nullable Instant dueDate, String by) {
        return tell(site(), new Fact.OrderChanged(order, priority, dueDate), "changed by " + by, by);
    }

    public CommandOutcome cancelOrder(String order, String by) {
        return tell(site(), new Fact.OrderCancelled(order, by), "cancelled by " + by, by);
    }

    /** Sends a PackML command to a machine, or refuses it when the machine's state does not allow it. */
    public CommandOutcome command(EquipmentId machine, PackMlCommand command, String by) {
        var mirrored = twin.state().machines().get(machine);
        if (mirrored == null) {
            return new CommandOutcome.Refused("There is no machine %s.".formatted(machine));
        }
        var refusal = twin.refusal(machine, command);
        if (refusal.isPresent()) {
            tell(machine, new Fact.CommandRefused(command, mirrored.state(), by, refusal.get()), refusal.get(), by);
            return new CommandOutcome.Refused(refusal.get());
        }
        var outcome = tell(machine, new Fact.CommandIssued(command, by), "sent by " + by, by);
        if (outcome instanceof CommandOutcome.Accepted) {
            commands.send(machine, new MachineCommand.Control(command));
        }
        return outcome;
    }

    public CommandOutcome acknowledge(String alarm, String by, @Nullable String comment) {
        return aboutAlarm(alarm, new Fact.AlarmAcknowledged(alarm, by, comment), by);
    }

    public CommandOutcome shelve(String alarm, String by, Instant until, @Nullable String comment) {
        return aboutAlarm(alarm, new Fact.AlarmShelved(alarm, by, until, comment), by);
    }

    public CommandOutcome unshelve(String alarm, String by) {
        return aboutAlarm(alarm, new Fact.AlarmUnshelved(alarm, by), by);
    }

    public CommandOutcome requestMaintenance(MaintenanceWish wish, String reason, String by) {
        if (plant().machine(wish.machine()).isEmpty()) {
            return new CommandOutcome.Refused("There is no machine %s.".formatted(wish.machine()));
        }
        return tell(wish.machine(), new Fact.MaintenanceRequested(wish), reason, by);
    }

    public CommandOutcome withdrawMaintenance(String wish, String why, String by) {
        var known = twin.state().wishes().get(wish);
        return known == null
                ? new CommandOutcome.Refused("There is no maintenance wish %s.".formatted(wish))
                : tell(known.wish().machine(), new Fact.MaintenanceWithdrawn(wish, why), why, by);
    }

    /** Holds a waiting operation to a machine, a start, or both, until it is unpinned. */
    public CommandOutcome pin(String lot, String operation, OperationPin pin, String by) {
        return tell(site(), new Fact.OperationPinned(lot, operation, pin, by), "pinned by " + by, by);
    }

    public CommandOutcome unpin(String lot, String operation, String by) {
        return tell(site(), new Fact.OperationUnpinned(lot, operation, by), "unpinned by " + by, by);
    }

    /** Puts a lot on quality hold: nothing more is begun on it until it is released. */
    public CommandOutcome hold(String lot, String why, String by) {
        return tell(site(), new Fact.LotHeld(lot, why, by), why, by);
    }

    public CommandOutcome release(String lot, String by) {
        return tell(site(), new Fact.LotReleased(lot, by), "released by " + by, by);
    }

    /** Asks for a new plan although nothing happened. */
    public CommandOutcome replan(String by) {
        return tell(site(), new Fact.PlanRequested(by + " asked for a new plan", site()), "asked by " + by, by);
    }

    /** Takes over a defect that a person or another system found. */
    public CommandOutcome reportDefect(EquipmentId machine, String serial, Finding finding, String by) {
        if (plant().machine(machine).isEmpty()) {
            return new CommandOutcome.Refused("There is no machine %s.".formatted(machine));
        }
        var fact = new Fact.PartInspected(
                "D-" + reports.getAndIncrement(), "reported", serial, Verdict.FAIL, List.of(finding), null, 0);
        return tell(machine, fact, finding.type() + " reported by " + by, by);
    }

    private CommandOutcome aboutAlarm(String alarm, Fact fact, String by) {
        var known = twin.state().alarms().get(alarm);
        return known == null
                ? new CommandOutcome.Refused("There is no alarm %s.".formatted(alarm))
                : tell(known.subject(), fact, null, by);
    }

    private CommandOutcome tell(EquipmentId subject, Fact fact, @Nullable String reason, String by) {
        var draft = new Draft(plantClock.instant(), "user/" + by, subject, null, null, reason, fact);
        try {
            Event event = twin.accept(draft).join();
            return new CommandOutcome.Accepted(event);
        } catch (CompletionException e) {
            if (e.getCause() instanceof TwinRefusal refusal) {
                return new CommandOutcome.Refused(String.valueOf(refusal.getMessage()));
            }
            throw e;
        }
    }

    private Plant plant() {
        return twin.state().plant();
    }

    private EquipmentId site() {
        return plant().site();
    }
}
