package dev.millwright.app.server;

import dev.millwright.app.AppFloor;
import dev.millwright.gateway.Floor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Hands the running Millwright to the gateway. */
@ApplicationScoped
class ServerBeans {

    @Produces
    @ApplicationScoped
    Floor floor() {
        return new AppFloor(Running.get());
    }
}
