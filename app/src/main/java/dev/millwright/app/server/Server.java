package dev.millwright.app.server;

import dev.millwright.app.Millwright;
import dev.millwright.plant.event.Fact;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs until the process is told to end; by then the socket is open. */
public final class Server implements QuarkusApplication {

    /** The argument that ends the server once its first plan is in force. */
    public static final String REHEARSAL = "rehearsal";

    private static final Duration REHEARSAL_PATIENCE = Duration.ofSeconds(30);

    @Override
    public int run(String... args) {
        var millwright = Running.get();
        millwright.comeAlive();
        if (List.of(args).contains(REHEARSAL)) {
            return rehearse(millwright);
        }
        System.out.printf(
                "Millwright runs at http://localhost:%s (%s)%n",
                ConfigProvider.getConfig().getValue("quarkus.http.port", String.class),
                millwright.twin().state().plant().title());
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }

    private static int rehearse(Millwright millwright) {
        var planned = new CountDownLatch(1);
        var unused = millwright.twin().subscribe(change -> {
            if (change.event().fact() instanceof Fact.OperationStarted) {
                planned.countDown();
            }
        });
        try {
            return planned.await(REHEARSAL_PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
