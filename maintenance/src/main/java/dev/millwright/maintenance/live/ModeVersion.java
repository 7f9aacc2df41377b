package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.ModeModel;

/** The version of a model of failure modes that counts, loaded. */
public record ModeVersion(String name, String version, ModeModel model) {
    boolean isSameAs(ModeVersion other) {
        return name.equals(other.name) && version.equals(other.version);
    }
}
