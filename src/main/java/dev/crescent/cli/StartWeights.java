package dev.crescent.cli;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import dev.crescent.train.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weights that a network is to have instead of those that follow from its seed: of a file, those that the experiment's
/// own file holds, or those that come with a shipped experiment.
final class StartWeights {
    private final Content content;

    private StartWeights(Content content) {
        this.content = content;
    }

    /// Weights that come with experiments.
    @FunctionalInterface
    interface Shipped {
        /// As [dev.crescent.experiment.Builtins#weights].
        Optional<InputStream> of(String name);
    }

    private interface Content {
        float[] read(ParameterLayout layout) throws ContentException;
    }

    /// @param file null if the user names none
    /// @return empty if there are none
    static Optional<StartWeights> find(@Nullable Path file, ExperimentArgument argument, Shipped shipped)
            throws BadInputException {
        if (file != null) {
            return Optional.of(new StartWeights(layout -> Weights.read(file, layout)));
        }
        Progress progress = argument.progress();
        if (progress != null) {
            return Optional.of(new StartWeights(layout -> {
                if (progress.parameters().length != layout.total()) {
                    throw new ContentException(argument.name() + ": holds the weights of another network, which has "
                            + progress.parameters().length + " parameters and not " + layout.total());
                }
                return progress.parameters();
            }));
        }
        if (!argument.isShipped()) {
            return Optional.empty();
        }
        String name = argument.name();
        Optional<InputStream> found = shipped.of(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            byte[] bytes = in.readAllBytes();
            return Optional.of(new StartWeights(layout ->
                    Weights.read(new ByteArrayInputStream(bytes), name + ".npz", layout)));
        } catch (IOException e) {
            throw new BadInputException(name + ".npz: cannot be read (" + e.getMessage() + "), install Crescent again", e);
        }
    }

    /// @return `[layout.total()]`
    float[] read(ParameterLayout layout) throws BadInputException {
        try {
            return content.read(layout);
        } catch (ContentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
