package dev.millwright.maintenance;

import java.util.List;

/** Small machines for the tests of this room. */
final class Machines {

    static final String PRESS = "works/shop/line-1/press/press-1";
    static final double HOUR = 3600;

    private Machines() {}

    static MachineProfile press(List<Double> lives, MonitoredSignal... signals) {
        return new MachineProfile(PRESS, List.of(signals), lives, 0, 2, 8);
    }

    static HealthMonitor monitor(MachineProfile profile) {
        HealthMonitor monitor = new HealthMonitor(MaintenanceConfig.HOURS, 42);
        monitor.register(profile, 0);
        return monitor;
    }
}
