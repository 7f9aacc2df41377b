package dev.millwright.loop.health;

import dev.millwright.maintenance.MachineProfile;
import dev.millwright.maintenance.MonitoredSignal;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Signal;
import java.util.List;

/** What the plant file says about a machine, as the health monitor wants to know it. */
final class Profiles {

    private static final double MINUTES_AN_HOUR = 60;

    private Profiles() {}

    static MachineProfile of(Machine machine) {
        var reliability = machine.reliability();
        return new MachineProfile(
                machine.id().path(),
                machine.signals().stream().map(Profiles::monitored).toList(),
                List.of(reliability.mttfHours()),
                0,
                reliability.maintenanceMinutes() / MINUTES_AN_HOUR,
                reliability.mttrMinutes() / MINUTES_AN_HOUR,
                machine.costs());
    }

    /** The limit on the side to which the signal moves when the machine wears. */
    private static MonitoredSignal monitored(Signal signal) {
        Double limit = signal.wear() < 0 ? signal.low() : signal.high();
        return limit == null
                ? MonitoredSignal.of(signal.name(), signal.unit())
                : MonitoredSignal.withLimit(signal.name(), signal.unit(), limit);
    }
}
