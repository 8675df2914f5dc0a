package dev.crescent.train;

import dev.crescent.engine.Engine;
import dev.crescent.experiment.Device;
import java.util.List;

/// The engines there are, the default one first.
public record Engines(List<Engine> available) {
    public Engines {
        available = List.copyOf(available);
        if (available.isEmpty()) {
            throw new IllegalArgumentException("no engine");
        }
    }

    /// The engine of that device.
    ///
    /// @throws TrainingException if this program has none
    public Engine choose(Device device) throws TrainingException {
        if (device == Device.AUTO) {
            return available.getFirst();
        }
        for (Engine engine : available) {
            if (engine.id().equals(device.id())) {
                return engine;
            }
        }
        throw new TrainingException("device: this version of Crescent has no " + device.id()
                + " engine; use auto or " + available.getFirst().id());
    }
}
