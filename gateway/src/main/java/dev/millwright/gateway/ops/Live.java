package dev.millwright.gateway.ops;

import dev.millwright.gateway.Floor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The server answers, and its twin does. */
@Liveness
@Singleton
final class Live implements HealthCheck {

    private final Floor floor;

    @Inject
    Live(Floor floor) {
        this.floor = floor;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("twin")
                .withData("offset", floor.state().offset())
                .up()
                .build();
    }
}
