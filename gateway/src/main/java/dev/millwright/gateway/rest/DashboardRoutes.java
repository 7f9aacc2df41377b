package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.view.KpisView;
import dev.millwright.gateway.view.MachineView;
import dev.millwright.gateway.view.Views;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.RiskLevel;
import dev.millwright.twin.OrderStatus;
import dev.millwright.twin.TwinState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plant in a handful of figures. */
@Path("/api/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plant")
@RunOnVirtualThread
final class DashboardRoutes {

    private final Floor floor;

    @Inject
    DashboardRoutes(Floor floor) {
        this.floor = floor;
    }

    /** The plant at a glance. */
    record StatsView(
            MachineStatsView machines,
            MaintenanceStatsView maintenance,
            ScheduleStatsView schedule,
            AlarmStatsView alarms,
            KpisView site) {}

    /** Machines by what they do; each is counted once. */
    record MachineStatsView(
            int total,
            int running,
            int idle,
            int maintenance,
            int down,
            int offline,
            double averageHealth,
            long produced,
            long defects) {}

    /** Machines at risk, and wishes not yet met. */
    record MaintenanceStatsView(int critical, int high, int medium, int openWishes) {}

    /** Orders by status, and how the plan stands. */
    record ScheduleStatsView(
            int waiting, int running, int done, int late, int plannedOperations, long makespanSeconds) {}

    /** Alarms that ask for a person. */
    record AlarmStatsView(int open, int unacknowledged, int critical) {}

    @GET
    @Path("/stats")
    @Operation(operationId = "stats", summary = "The plant in a handful of figures")
    public StatsView stats() {
        var state = floor.state();
        var views = Views.of(state);
        var machines = views.machines();
        return new StatsView(
                machines(machines),
                new MaintenanceStatsView(
                        risk(machines, RiskLevel.CRITICAL),
                        risk(machines, RiskLevel.HIGH),
                        risk(machines, RiskLevel.MEDIUM),
                        count(state.wishes().values(), wish -> wish.status().isOpen())),
                schedule(state, views),
                new AlarmStatsView(
                        count(views.alarms(), alarm -> !alarm.state().equals("closed")),
                        count(views.alarms(), alarm -> alarm.state().endsWith("unacknowledged")),
                        count(
                                views.alarms(),
                                alarm -> alarm.severity() == dev.millwright.plant.AlarmSeverity.CRITICAL
                                        && !alarm.state().equals("closed"))),
                views.kpis(state.plant().site()));
    }

    private static MachineStatsView machines(List<MachineView> machines) {
        int offline = count(machines, machine -> !machine.connected());
        Predicate<MachineView> there = MachineView::connected;
        Predicate<MachineView> maintained = there.and(machine -> machine.mode() == MachineMode.MAINTENANCE);
        Predicate<MachineView> down = there.and(maintained.negate())
                .and(machine -> machine.state().isAborted() || machine.state() == PackMlState.STOPPED);
        Predicate<MachineView> running =
                there.and(maintained.negate()).and(machine -> machine.state() == PackMlState.EXECUTE);
        int busy = count(machines, running) + count(machines, maintained) + count(machines, down) + offline;
        return new MachineStatsView(
                machines.size(),
                count(machines, running),
                machines.size() - busy,
                count(machines, maintained),
                count(machines, down),
                offline,
                machines.stream()
                        .mapToDouble(machine -> machine.health().value())
                        .average()
                        .orElse(1),
                machines.stream()
                        .map(MachineView::counters)
                        .mapToLong(counters -> counters.good() + counters.scrap() + counters.rework())
                        .sum(),
                machines.stream()
                        .flatMap(machine -> machine.counters().defects().values().stream())
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static ScheduleStatsView schedule(TwinState state, Views views) {
        var plan = state.plan();
        return new ScheduleStatsView(
                count(state.orders().values(), order -> order.status() == OrderStatus.WAITING),
                count(state.orders().values(), order -> order.status() == OrderStatus.RUNNING),
                count(state.orders().values(), order -> order.status() == OrderStatus.DONE),
                count(views.orders(), order -> order.late()),
                plan == null ? 0 : plan.plan().operations().size(),
                plan == null ? 0 : plan.plan().makespanSeconds());
    }

    private static int risk(List<MachineView> machines, RiskLevel level) {
        return count(
                machines,
                machine -> machine.prognosis() != null && machine.prognosis().risk() == level);
    }

    private static <T> int count(java.util.Collection<T> all, Predicate<T> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }
}
