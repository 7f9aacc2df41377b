package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.vision.evaluation.MagneticTiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Magnetic tiles, learned from good ones alone, and defective pixels learned from masks. Keys without a prefix are of drawn defects,
 * {@code memory_} of good patches in the features of the network in the box.
 */
record MagneticTileMeasurement(Path folder, AnomalyRequest request, TileSegmentation segmentation)
        implements Evaluate.Measurement {
    /** Surfaces are learned from drawn defects unless something else is asked for. */
    private static final Map<String, String> PREFIXES = Map.of(AnomalyRequest.DRAWN, "", AnomalyRequest.OWN, "memory_");

    @Override
    public Evaluate.Figures run() throws IOException {
        var set = MagneticTiles.read(folder, request.settings().seed());
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var each : request.trials(set, "magnetic_tile").entrySet()) {
            var prefix = PREFIXES.getOrDefault(each.getKey(), each.getKey());
            metrics.putAll(each.getValue().metrics(prefix));
            rows.addAll(each.getValue().rows(each.getKey()));
            if (request.pictures() != null) {
                each.getValue().pictures(request.pictures(), each.getKey());
            }
        }
        segmentation.measure(metrics, rows);
        return new Evaluate.Figures(request.settings("magnetic_tile"), metrics, rows);
    }
}
