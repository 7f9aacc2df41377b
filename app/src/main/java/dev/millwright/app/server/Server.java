package dev.millwright.app.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs until the process is told to end; by then the socket is open. */
public final class Server implements QuarkusApplication {

    @Override
    public int run(String... args) {
        var config = ConfigProvider.getConfig();
        System.out.printf(
                "Millwright runs at http://localhost:%s (%s)%n",
                config.getValue("quarkus.http.port", String.class),
                Running.get().twin().state().plant().title());
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
