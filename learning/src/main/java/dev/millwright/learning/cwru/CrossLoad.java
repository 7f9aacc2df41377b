package dev.millwright.learning.cwru;

import dev.millwright.maintenance.vibration.FaultFeatures;
import dev.millwright.maintenance.vibration.FaultOrders;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of the records to learn from and to be judged by: faults at two loads against the same faults at the third, so that no
 * record is on both sides. There is one record without a fault, at one load: its first windows are learned from and its last
 * ones judged by, with one window between them left out.
 *
 * @param testLoad speed of the records that are judged by, turns a minute
 */
record CrossLoad(int testLoad, List<FaultWindow> train, List<FaultWindow> test) {
    /** A third of a second: ten turns of the shaft, lines 2.9 Hz apart. */
    private static final int WINDOW = 4096;
    /** One to learn from, one to leave out, one to be judged by. */
    static final int LEAST_SAMPLES = 3 * WINDOW;

    /** 6205-2RS JEM SKF, as the Bearing Data Center lists it. */
    private static final FaultOrders ORDERS = new FaultOrders(0.39828, 4.7135 / 2, 3.5848, 5.4152);
    /** Eight bands of 750 Hz, the envelope of all above 500 Hz. */
    static final FaultFeatures FEATURES = new FaultFeatures(ORDERS, 8, 500);

    /** One a load. */
    static List<CrossLoad> of(List<BearingRecord> records) {
        var windows = records.stream().map(CrossLoad::windows).toList();
        return CwruFolder.LOADS.stream()
                .map(load -> split(load, records, windows))
                .toList();
    }

    private static List<FaultWindow> windows(BearingRecord recorded) {
        return recorded.waveform().windows(WINDOW).stream()
                .map(window ->
                        new FaultWindow(recorded.fault(), recorded.mils(), FEATURES.of(window, recorded.shaftHz())))
                .toList();
    }

    private static CrossLoad split(int load, List<BearingRecord> records, List<List<FaultWindow>> windows) {
        var train = new ArrayList<FaultWindow>();
        var test = new ArrayList<FaultWindow>();
        for (int i = 0; i < records.size(); i++) {
            var each = windows.get(i);
            if (records.get(i).fault() == Fault.NORMAL) {
                int learned = (each.size() - 1) / 2;
                train.addAll(each.subList(0, learned));
                test.addAll(each.subList(learned + 1, each.size()));
            } else {
                (records.get(i).rpm() == load ? test : train).addAll(each);
            }
        }
        return new CrossLoad(load, train, test);
    }
}
