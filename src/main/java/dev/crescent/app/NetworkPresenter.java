package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.points.Axes;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Feeds the network's view, and does what the user does to the network.
final class NetworkPresenter implements NetworkView.Listener {
    private final Workbench bench;
    private final NetworkView view;
    private final PlanePresenter plane;
    private @Nullable Snapshot newest;

    NetworkPresenter(Workbench bench, NetworkView view, PlanePresenter plane) {
        this.bench = bench;
        this.view = view;
        this.plane = plane;
        view.setListener(this);
    }

    /// Draws the network as soon as it is changed; weights follow with the first snapshot that has them.
    ///
    /// @param data what it learned from last; null before the first snapshot
    void draw(Experiment experiment, @Nullable Dataset data, Fit.Target target) {
        List<String> inputs = experiment.features();
        if (experiment.data().source() instanceof Source.Csv && data != null) {
            Axes axes = Axes.of(data);
            inputs = data.plane() == null ? data.inputNames() : inputs.stream().map(axes::feature).toList();
        }
        view.show(experiment, inputs, outputNames(data, target), layout(experiment, inputs.size()));
    }

    void show(Snapshot next) {
        newest = next;
        if (bench.has(next)) {
            view.show(next.parameters());
            if (next.step() == 0) {
                view.showStart(next.parameters());
            }
        }
        view.setRunning(next.running());
    }

    private static @Nullable ParameterLayout layout(Experiment experiment, int inputs) {
        try {
            return experiment.model() instanceof Model.Network model ? ParameterLayout.of(model, List.of(inputs)) : null;
        } catch (InvalidSettingException e) {
            return null;
        }
    }

    private static List<String> outputNames(@Nullable Dataset data, Fit.Target target) {
        if (target.task() == Task.REGRESSION) {
            return List.of(Texts.get("output.value"));
        }
        if (data != null && data.classNames().size() == target.classes()) {
            return data.classNames();
        }
        return IntStream.range(0, target.classes()).mapToObj(Integer::toString).toList();
    }

    @Override
    public void networkChanged(Model.Network next, String what, boolean finished) {
        bench.change(bench.experiment().withModel(next), what, finished);
    }

    @Override
    public void parameterChanged(int index, float value) {
        Snapshot current = newest;
        if (current != null && bench.has(current) && index < current.parameters().length) {
            bench.weigh(index, current.parameters()[index], value);
        }
    }

    @Override
    public void unitHovered(int layer, int unit) {
        plane.hover(new Wish.Unit(layer, unit));
    }

    @Override
    public void unitUnhovered() {
        plane.hover(null);
    }
}
