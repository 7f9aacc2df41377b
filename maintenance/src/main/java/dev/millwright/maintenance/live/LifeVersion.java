package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.LifeModel;

/**
 * One version of a model of remaining life, loaded.
 *
 * @param active whether its answers count; else it is asked for comparison
 */
public record LifeVersion(String name, String version, boolean active, LifeModel model) {

    /** Name and version, as people say them. */
    public String title() {
        return name + " " + version;
    }

    boolean isSameAs(LifeVersion other) {
        return name.equals(other.name) && version.equals(other.version);
    }
}
