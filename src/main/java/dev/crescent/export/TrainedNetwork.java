package dev.crescent.export;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.FewSamples;
import dev.crescent.data.RawInputs;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A network with everything that is needed to use it elsewhere: its parameters, and how a sample becomes its inputs.
///
/// @param inputShape `[features]` or `[channels, rows, columns]`
/// @param classNames one name a class; empty for a regression
/// @param parameters `[layout.total()]`
/// @param samples a few of the data set's
public record TrainedNetwork(Experiment experiment, Model.Network network, List<Integer> inputShape, Task task,
                             List<String> classNames, RawInputs inputs, ParameterLayout layout, float[] parameters,
                             FewSamples samples) {
    private static final int SAMPLES = 5;

    public TrainedNetwork {
        inputShape = List.copyOf(inputShape);
        classNames = List.copyOf(classNames);
    }

    /// A network of an experiment. Images may be read; not on the JavaFX thread.
    ///
    /// @param dataset of the experiment; it may have no samples
    /// @param base the folder that the experiment's relative paths are relative to
    /// @throws ExportException if the model is no network, or its data set cannot be had
    public static TrainedNetwork of(Experiment experiment, Dataset dataset, Path base, float[] parameters)
            throws ExportException {
        if (!(experiment.model() instanceof Model.Network network)) {
            throw new ExportException("The model " + experiment.model().id() + " has no weights to export; use a network.");
        }
        try {
            RawInputs inputs = RawInputs.of(experiment.data(), dataset, base);
            return new TrainedNetwork(experiment, network, dataset.inputShape(), dataset.task(), dataset.classNames(), inputs,
                    ParameterLayout.of(network, dataset.inputShape()), parameters,
                    FewSamples.of(experiment.data(), dataset, inputs, base, SAMPLES));
        } catch (DataException | InvalidSettingException e) {
            throw new ExportException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Refuses weights that training has broken.
    ///
    /// @throws ExportException if one of them is not a finite number
    public void requireNumbers() throws ExportException {
        for (float value : parameters) {
            if (!Float.isFinite(value)) {
                throw new ExportException("Training broke this network, one of its weights is " + value
                        + "; go back to an earlier moment.");
            }
        }
    }

    /// Whether samples are images.
    public boolean hasImages() {
        return inputShape.size() == 3;
    }

    public Layer.Dense output() {
        return network.output();
    }

    /// How many numbers a sample has, before features and scaling.
    public int columns() {
        return inputs.columns().size();
    }

    /// The weights of layer number `layer`, which has some: row-major, in the shape that the layout says.
    public float[] weight(int layer) {
        ParameterLayout.Slice slice = slice(layer);
        return Arrays.copyOfRange(parameters, slice.weightOffset(), slice.weightOffset() + slice.weightCount());
    }

    /// The biases of layer number `layer`; empty without.
    public float[] bias(int layer) {
        ParameterLayout.Slice slice = slice(layer);
        return slice.biasCount() == 0 ? new float[0]
                : Arrays.copyOfRange(parameters, slice.biasOffset(), slice.biasOffset() + slice.biasCount());
    }

    public ParameterLayout.Slice slice(int layer) {
        return layout.slice(layer).orElseThrow();
    }

    /// The running mean of layer number `layer`, which is batch normalization.
    public float[] runningMean(int layer) {
        ParameterLayout.Statistics s = layout.statistics(layer).orElseThrow();
        return Arrays.copyOfRange(parameters, s.meanOffset(), s.meanOffset() + s.channels());
    }

    /// Likewise the running variance.
    public float[] runningVariance(int layer) {
        ParameterLayout.Statistics s = layout.statistics(layer).orElseThrow();
        return Arrays.copyOfRange(parameters, s.varianceOffset(), s.varianceOffset() + s.channels());
    }
}
