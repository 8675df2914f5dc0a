package dev.crescent.train;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Device;
import java.util.List;
import java.util.Optional;

/// The engines there are, the default one first.
public record Engines(List<Engine> available) {
    public Engines {
        available = List.copyOf(available);
        if (available.isEmpty()) {
            throw new IllegalArgumentException("no engine");
        }
    }

    /// The engine of that device, made ready for a problem. For [Device#AUTO] it is the first that gains by the problem's size
    /// and can work here, or else the default one.
    ///
    /// @param watcher told what takes time, on this thread
    /// @throws TrainingException if this program has none, or it refuses the problem
    /// @throws UnavailableException if it cannot work on this machine
    public Engine ready(Device device, Problem problem, Preparation watcher) throws TrainingException, UnavailableException {
        if (device == Device.AUTO) {
            for (Engine engine : available) {
                if (engine.gains(problem) && engine.refuses(problem).isEmpty() && isReady(engine, watcher)) {
                    return engine;
                }
            }
        }
        Engine engine = choose(device);
        check(engine, problem);
        engine.prepare(watcher);
        return engine;
    }

    /// What computes beside training, such as races and landscapes: the engine that trains, made ready, where it is on a device of
    /// its own and can work here, else the default one.
    ///
    /// @throws TrainingException if this program has no engine of the device, or it refuses the problem
    public Engine beside(Device device, Problem problem) throws TrainingException {
        try {
            if (device == Device.AUTO || choose(device).onDevice()) {
                return ready(device, problem, Preparation.QUIET);
            }
        } catch (UnavailableException e) {
            // Whoever trains has been told so.
        }
        return available.getFirst();
    }

    private static boolean isReady(Engine engine, Preparation watcher) {
        try {
            engine.prepare(watcher);
            return true;
        } catch (UnavailableException e) {
            return false; // nobody asked for this one by its name
        }
    }

    /// @throws TrainingException if the engine refuses the problem
    static void check(Engine engine, Problem problem) throws TrainingException {
        Optional<String> refusal = engine.refuses(problem);
        if (refusal.isPresent()) {
            throw new TrainingException(refusal.get());
        }
    }

    /// The engine of that device, as it is; the default one for [Device#AUTO].
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
