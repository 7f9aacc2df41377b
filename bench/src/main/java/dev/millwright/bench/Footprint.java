package dev.millwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long a packaged server takes to be ready, and how much memory it holds idle and under load with a browser. */
final class Footprint implements Evaluate.Measurement {

    private static final int IDLE_SECONDS = 30;
    private static final int LOADED_SECONDS = 60;
    private static final int LOADED_SPEED = 60;

    private final int starts;

    Footprint(int starts) {
        this.starts = starts;
    }

    @Override
    public Evaluate.Figures run() throws Exception {
        var ready = new ArrayList<Double>();
        var rows = new ArrayList<Map<String, Object>>();
        Path dir = Files.createTempDirectory("millwright-footprint");
        double idle = 0;
        for (int i = 0; i <= starts; i++) {
            long began = System.nanoTime();
            try (var server = ServerProcess.start(dir.resolve("start-" + i), "board-shop", 1)) {
                double millis = server.awaitReady(began);
                if (i > 0) {
                    ready.add(millis);
                    rows.add(Map.of("start", i, "ready_ms", millis));
                }
                if (i == starts) {
                    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                    idle = server.rssMb();
                }
            }
        }
        double loaded = loaded(dir.resolve("loaded"), rows);
        var quantiles = new Quantiles(ready);
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("ready_ms", quantiles.at(0.5));
        metrics.put("ready_ms_min", quantiles.at(0));
        metrics.put("ready_ms_max", quantiles.at(1));
        metrics.put("rss_idle_mb", idle);
        metrics.put("rss_loaded_mb", loaded);
        return new Evaluate.Figures(
                Map.of("plant", "board-shop", "idle_speed", 1, "loaded_speed", LOADED_SPEED, "starts", starts),
                metrics,
                rows);
    }

    /** The highest of a reading a second. */
    private static double loaded(Path dir, List<Map<String, Object>> rows) throws IOException, InterruptedException {
        double most = 0;
        long began = System.nanoTime();
        try (var server = ServerProcess.start(dir, "board-shop", LOADED_SPEED)) {
            server.awaitReady(began);
            var browser = browser(server, dir.resolve("browser"));
            try {
                for (int second = 0; second < LOADED_SECONDS; second++) {
                    TimeUnit.SECONDS.sleep(1);
                    most = Math.max(most, server.rssMb());
                }
                rows.add(Map.of("browser_alive", browser.isAlive(), "rss_loaded_mb", most));
            } finally {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly();
            }
        }
        return most;
    }

    private static Process browser(ServerProcess server, Path profile) throws IOException {
        return new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--use-angle=swiftshader",
                        "--enable-unsafe-swiftshader",
                        "--ignore-gpu-blocklist",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--window-size=1440,900",
                        "--user-data-dir=" + profile,
                        server.uri("/").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
