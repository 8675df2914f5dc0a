package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the view was told to show, and what follows from it.
///
/// @param outputNames the classes' names, or the one target's
/// @param layout null where the model cannot be trained
record Shown(Experiment experiment, Model.Network network, Structure structure, List<InputName> inputNames,
             List<String> outputNames, @Nullable ParameterLayout layout) {
    // Written out because javac leaves the type annotations of a compact constructor out of the class file.
    Shown(Experiment experiment, Model.Network network, Structure structure, List<InputName> inputNames,
          List<String> outputNames, @Nullable ParameterLayout layout) {
        this.experiment = experiment;
        this.network = network;
        this.structure = structure;
        this.inputNames = List.copyOf(inputNames);
        this.outputNames = List.copyOf(outputNames);
        this.layout = layout;
    }

    static Shown of(Experiment experiment, Model.Network network, List<Integer> inputShape, List<InputName> inputNames,
                    List<String> outputNames, @Nullable ParameterLayout layout) {
        return new Shown(experiment, network, Structure.of(network, inputShape, layout), inputNames, outputNames, layout);
    }

    Task task() {
        return outputNames.size() >= 2 ? Task.CLASSIFICATION : Task.REGRESSION;
    }

    boolean classes() {
        return task() == Task.CLASSIFICATION;
    }

    List<CardModel> cards() {
        return structure.items().stream().map(item -> CardModel.of(network, structure, item, task())).toList();
    }

    /// One activation a column; the features' is linear.
    Activation[] activations() {
        return structure.columns().stream().map(column -> column.layer() >= 0
                && network.layers().get(column.layer()) instanceof Layer.Weighted weighted
                ? weighted.activation() : Activation.LINEAR).toArray(Activation[]::new);
    }

    /// Whether parameters are this network's.
    boolean fits(float[] parameters) {
        return layout != null && layout.total() == parameters.length;
    }

    /// How many parameters a layer has; -1 if not known.
    int parameters(int layer) {
        return layout == null ? -1
                : layout.slice(layer).map(slice -> slice.weightCount() + slice.biasCount()).orElse(0);
    }

    /// Why a network is not possible in this experiment; empty if it is.
    Optional<String> refusal(Model.Network next) {
        return Refusals.of(experiment, next, structure.inputShape());
    }

    /// What a link is called: "x₁ → layer 1, unit 2", "unit 2 → layer 2, unit 3", as links join neighboring layers only.
    String linkName(Links.LinkRef link) {
        String from = link.column() == 1 ? unitName(0, link.from()) : Texts.get("network.unitOnly", link.from() + 1);
        return from + " \u2192 " + unitName(link.column(), link.to());
    }

    /// What a unit is called: "x₁", "bill length", "layer 1, unit 2", "output 1".
    String unitName(int column, int unit) {
        if (column == 0) {
            return inputNames.get(unit).text();
        }
        if (structure.isOutput(column)) {
            return Texts.get("network.outputName", unit < outputNames.size() && structure.columns().get(column).units() > 1
                    ? outputNames.get(unit) : "").strip();
        }
        return Texts.get("network.unitName", column, unit + 1);
    }
}
