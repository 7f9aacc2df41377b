package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.vision.evaluation.MagneticTiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Magnetic tiles, learned from good ones alone, and defective pixels learned from masks; the keys of the network in the box have no
 * prefix.
 */
record MagneticTileMeasurement(Path folder, AnomalyRequest request, TileSegmentation segmentation)
        implements Evaluate.Measurement {

    @Override
    public Evaluate.Figures run() throws IOException {
        var set = MagneticTiles.read(folder, request.settings().seed());
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var each : request.trials(backbone -> AnomalyTrial.of(set, backbone, request))
                .entrySet()) {
            var prefix = each.getKey().equals("own_") ? "" : each.getKey();
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
