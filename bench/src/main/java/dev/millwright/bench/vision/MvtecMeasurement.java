package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.vision.evaluation.MvtecFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A category of MVTec AD (Bergmann 2019), whole images, learned from its good ones alone. */
record MvtecMeasurement(Path folder, AnomalyRequest request) implements Evaluate.Measurement {

    @Override
    public Evaluate.Figures run() throws IOException {
        var set = MvtecFolder.read(folder);
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var each : request.trials(set, "mvtec").entrySet()) {
            var trial = each.getValue();
            metrics.putAll(trial.metrics(each.getKey()));
            metrics.put(each.getKey() + "pixel_auroc", trial.run().pixelAuroc());
            metrics.put(each.getKey() + "aupro30", trial.run().regionOverlap());
            rows.addAll(trial.rows(each.getKey()));
            if (request.pictures() != null) {
                trial.pictures(request.pictures(), each.getKey());
            }
        }
        return new Evaluate.Figures(request.settings("mvtec"), metrics, rows);
    }
}
