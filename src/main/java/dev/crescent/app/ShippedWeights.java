package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weights that shipped experiments come with.
final class ShippedWeights {
    /// What comes with weights reads images as the pad prepares them.
    private static final List<Integer> SHAPE = List.of(1, 28, 28);

    private ShippedWeights() {}

    /// The weights for a shipped experiment, or one that still has its title and network. Reads files; not on the JavaFX
    /// thread.
    ///
    /// @return `[layout total]`; null if it comes with none
    static float @Nullable [] of(Experiment experiment) {
        for (String name : Builtins.names()) {
            Optional<InputStream> found = Builtins.weights(name);
            if (found.isPresent()) {
                float[] weights = read(name, found.get(), experiment);
                if (weights != null) {
                    return weights;
                }
            }
        }
        return null;
    }

    private static float @Nullable [] read(String name, InputStream stream, Experiment experiment) {
        try (InputStream in = stream) {
            Experiment shipped = Builtins.read(name);
            boolean same = shipped.title().equals(experiment.title()) && shipped.model().equals(experiment.model());
            return same && shipped.model() instanceof Model.Network network
                    ? Weights.read(in, name, ParameterLayout.of(network, SHAPE)) : null;
        } catch (IOException | ContentException | ExperimentFileException | InvalidSettingException e) {
            Logs.error("The weights of " + name + " cannot be read", e);
            return null;
        }
    }
}
