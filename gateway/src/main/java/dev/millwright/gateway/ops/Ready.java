package dev.millwright.gateway.ops;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.Readiness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** All that must be so before the server takes work, with words for what is missing. */
@org.eclipse.microprofile.health.Readiness
@Singleton
final class Ready implements HealthCheck {

    private final Floor floor;

    @Inject
    Ready(Floor floor) {
        this.floor = floor;
    }

    @Override
    public HealthCheckResponse call() {
        var all = floor.readiness();
        var answer = HealthCheckResponse.named("plant");
        for (var one : all) {
            answer.withData(one.name(), (one.ready() ? "ready: " : "not ready: ") + one.words());
        }
        return answer.status(all.stream().allMatch(Readiness::ready)).build();
    }
}
