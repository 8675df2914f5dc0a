package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.TargetName;
import dev.crescent.ui.Texts;
import dev.crescent.ui.network.InputName;
import dev.crescent.ui.network.NetworkView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Feeds the network's view, and does what the user does to the network.
final class NetworkPresenter implements NetworkView.Listener {
    private final Workbench bench;
    private final NetworkView view;
    private final PlanePresenter plane;
    private @Nullable Snapshot newest;
    private List<Integer> imageShape = List.of();
    private Fit.Target target = Fit.UNKNOWN;
    private @Nullable StepLens lens;

    NetworkPresenter(Workbench bench, NetworkView view, PlanePresenter plane) {
        this.bench = bench;
        this.view = view;
        this.plane = plane;
        view.setListener(this);
    }

    /// Tells it what the user does under the lens.
    void setLens(StepLens to) {
        lens = to;
    }

    /// Draws the network as soon as it is changed; weights follow with the first snapshot that has them.
    ///
    /// @param data what it learned from last; null before the first snapshot
    /// @param wanted what the data ask of a network
    void draw(Experiment experiment, @Nullable Dataset data, Fit.Target wanted) {
        target = wanted;
        List<InputName> inputs = InputName.formulas(experiment.features());
        List<Integer> shape = shape(experiment, data);
        imageShape = shape;
        view.offer(shape.size() != 3 ? List.of() : ReadyNetworks.all().stream()
                .map(ready -> new NetworkView.Offer(ready.name(), ready.hint())).toList());
        if (shape.size() == 3) {
            inputs = InputName.pixels();
        } else if (experiment.data().source() instanceof Source.Csv && data != null) {
            inputs = InputName.of(data, experiment.features());
        }
        List<Integer> fitting = shape.isEmpty() ? List.of(inputs.size()) : shape;
        view.show(experiment, fitting, inputs, outputNames(experiment, data, wanted), layout(experiment, fitting));
    }

    /// The images' shape as far as it is known before they are read; empty where no images come in.
    private static List<Integer> shape(Experiment experiment, @Nullable Dataset data) {
        return switch (experiment.data().source()) {
            case Source.Images _, Source.Digits _ -> data != null && data.hasImages() ? data.inputShape()
                    : List.of(1, 28, 28);
            case Source.Csv csv -> csv.shape();
            case Source.Points _, Source.Painted _ -> List.of();
        };
    }

    /// One of the images, for the place where they come in.
    private static float[] image(Dataset data) {
        Dataset.Samples part = data.test().count() > 0 ? data.test() : data.train();
        if (!data.hasImages() || part.count() == 0) {
            return new float[0];
        }
        List<Integer> shape = data.inputShape();
        float[] pixels = Arrays.copyOf(part.raw(), shape.get(1) * shape.get(2));
        float most = 0;
        for (float pixel : pixels) {
            most = Math.max(most, pixel);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = most > 0 ? Math.max(0, pixels[i] / most) : 0;
        }
        return pixels;
    }

    void show(Snapshot next) {
        if (newest == null || newest.dataset() != next.dataset()) {
            view.showImage(image(next.dataset()));
        }
        newest = next;
        if (bench.has(next) && !bench.playhead().isLive()) {
            view.showEarlier(next.parameters());
        } else if (bench.has(next)) {
            view.show(next.parameters());
            if (next.step() == 0) {
                view.showStart(next.parameters());
            }
        }
        view.setRunning(next.running());
    }

    private static @Nullable ParameterLayout layout(Experiment experiment, List<Integer> shape) {
        try {
            return experiment.model() instanceof Model.Network model ? ParameterLayout.of(model, shape) : null;
        } catch (InvalidSettingException e) {
            return null;
        }
    }

    private static List<String> outputNames(Experiment experiment, @Nullable Dataset data, Fit.Target target) {
        if (target.task() == Task.REGRESSION) {
            return List.of(TargetName.of(data, experiment.data().source()));
        }
        if (data != null && data.classNames().size() == target.classes()) {
            return ClassNames.shown(data.classNames());
        }
        return IntStream.range(0, target.classes()).mapToObj(Integer::toString).toList();
    }

    @Override
    public void networkChanged(Model.Network next, String what, boolean finished) {
        if (!bench.shownExperiment().model().equals(bench.experiment().model())) {
            // What was changed is the network of an earlier moment, which is another one by now.
            bench.playhead().live();
            view.refuse(Texts.get("timeline.otherNetwork"));
            return;
        }
        bench.change(bench.experiment().withModel(next), what, finished);
    }

    @Override
    public void readyChosen(int number) {
        ReadyNetworks.Ready ready = ReadyNetworks.all().get(number);
        Experiment next = ReadyNetworks.with(bench.experiment(), ready, target);
        if (layout(next, imageShape) == null) {
            view.refuse(Texts.get("ready.tooSmall", ready.name(), ShapeText.of(imageShape)));
        } else {
            bench.change(next, ready.name(), true);
        }
    }

    @Override
    public void parameterChanged(int index, float value) {
        bench.backToNewest();
        Snapshot current = bench.trainer().latest();
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

    @Override
    public void lensToggled() {
        if (lens != null) {
            lens.toggle();
        }
    }

    @Override
    public void lensPicked(int column, int unit, int from) {
        if (lens != null) {
            lens.picked(column, unit, from);
        }
    }
}
