package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.Region;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import dev.crescent.ui.data.Brush;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.data.PaintStroke;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The playground: its four panels, fed with the newest snapshot once a frame. All methods run on the JavaFX thread.
final class PlaygroundRoom implements AutoCloseable {
    /// The curves follow at this pace: fast enough for the eye, slow enough to cost nothing.
    private static final long CURVE_NANOS = 66_000_000;
    /// While training, the picture follows at this pace, that of film.
    private static final long FIELD_NANOS = 38_000_000;
    private static final int MOST_GHOSTS = 4;

    private final Workbench bench;
    private final Consumer<String> warn;
    private final FieldWorker worker;
    private final FileActions files;
    private final DataPanel data;
    private final PaintStroke stroke = new PaintStroke();
    private final OutputPanel output = new OutputPanel();
    private final CurvesView curves = new CurvesView();
    private final NetworkView network = new NetworkView();
    private final PanelLayout panels;

    private @Nullable Snapshot shown;
    private @Nullable Dataset shownData;
    private @Nullable Experiment drawn;
    private Region home = Region.square(1, 0);
    private Wish.@Nullable Unit hovered;
    private Wish.@Nullable Place pin;
    private Wish.@Nullable Place probe;
    private @Nullable Wish asked;
    private @Nullable Snapshot askedOf;
    private long askedAt;
    private long curvesAt;
    private List<CurveData.Ghost> ghosts = List.of();

    /// @param background one thread for what takes time
    /// @param warn tells the user a sentence
    PlaygroundRoom(Workbench bench, FileActions files, Executor background, Consumer<String> warn, Failures failures) {
        this.bench = bench;
        this.warn = warn;
        this.data = new DataPanel(background);
        this.files = files;
        this.worker = new FieldWorker(new CpuEngine(), failures::report);
        this.panels = new PanelLayout(data, network, curves, output);
        output.view().setListener(new OutputInput());
        network.setListener(new NetworkInput());
        data.setListener(new DataInput());
        output.setOnUnpin(() -> {
            output.view().clearPin();
            setPin(null);
        });
        curves.setOnPin(this::keepGhost);
        curves.setOnUnpin(this::forgetGhosts);
        bench.onChange(this::documentChanged);
    }

    PanelLayout panels() {
        return panels;
    }

    void setTheme(Theme theme) {
        Palette palette = Palette.of(theme);
        output.setTheme(palette);
        curves.setTheme(palette);
        network.setTheme(theme);
        data.setTheme(theme);
    }

    /// What the data ask of a model, as far as is known by now.
    Fit.Target target() {
        return Fit.target(bench.experiment().data()).orElseGet(() ->
                shownData == null ? new Fit.Target(Task.CLASSIFICATION, 2) : Fit.Target.of(shownData));
    }

    void recall(Preferences preferences) {
        panels.setSizes(new PanelSizes(preferences.number("panel.data", 0, 0, 16_384),
                preferences.number("panel.output", 0, 0, 16_384), preferences.number("panel.curves", 0, 0, 16_384)));
        panels.dataShownProperty().set(preferences.flag("panel.data.shown", true));
        panels.curvesShownProperty().set(preferences.flag("panel.curves.shown", true));
        panels.outputShownProperty().set(preferences.flag("panel.output.shown", true));
        curves.logProperty().set(preferences.flag("curves.log", true));
        curves.smoothProperty().set(preferences.flag("curves.smooth", false));
        output.view().showTestProperty().set(preferences.flag("output.test", true));
        output.view().contoursProperty().set(preferences.flag("output.contours", true));
    }

    void remember(Preferences preferences) {
        PanelSizes sizes = panels.sizes();
        preferences.setNumber("panel.data", sizes.data());
        preferences.setNumber("panel.output", sizes.output());
        preferences.setNumber("panel.curves", sizes.curves());
        preferences.setFlag("panel.data.shown", panels.dataShownProperty().get());
        preferences.setFlag("panel.curves.shown", panels.curvesShownProperty().get());
        preferences.setFlag("panel.output.shown", panels.outputShownProperty().get());
        preferences.setFlag("curves.log", curves.logProperty().get());
        preferences.setFlag("curves.smooth", curves.smoothProperty().get());
        preferences.setFlag("output.test", output.view().showTestProperty().get());
        preferences.setFlag("output.contours", output.view().contoursProperty().get());
    }

    /// Brings every panel up to date; called once a frame.
    void frame(long now) {
        Snapshot newest = bench.trainer().latest();
        if (newest != null && newest != shown) {
            show(newest, now);
        }
        askForFields(now);
        Fields fields = worker.take();
        if (fields != null) {
            showFields(fields);
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    /// The network is drawn as soon as it is changed; weights follow with the first snapshot that has them.
    private void documentChanged() {
        Experiment experiment = bench.experiment();
        if (experiment != drawn) {
            drawn = experiment;
            showNetwork(experiment);
            data.show(experiment, shownData);
        }
    }

    private void showNetwork(Experiment experiment) {
        List<String> inputs = experiment.features();
        if (experiment.data().source() instanceof Source.Csv && shownData != null && shownData.plane() == null) {
            inputs = shownData.inputNames();
        }
        network.show(experiment, inputs, outputNames(), layout(experiment, inputs.size()));
    }

    private static @Nullable ParameterLayout layout(Experiment experiment, int inputs) {
        try {
            return experiment.model() instanceof Model.Network model ? ParameterLayout.of(model, List.of(inputs)) : null;
        } catch (InvalidSettingException e) {
            return null;
        }
    }

    private List<String> outputNames() {
        Fit.Target target = target();
        if (target.task() == Task.REGRESSION) {
            return List.of(Texts.get("output.value"));
        }
        if (shownData != null && shownData.classNames().size() == target.classes()) {
            return shownData.classNames();
        }
        return IntStream.range(0, target.classes()).mapToObj(Integer::toString).toList();
    }

    private void show(Snapshot newest, long now) {
        boolean anotherRun = shown == null || shown.run() != newest.run();
        boolean paused = !newest.running();
        shown = newest;
        if (newest.dataset() != shownData) {
            showData(newest.dataset());
            showNetwork(bench.experiment());
            data.show(bench.experiment(), newest.dataset());
        }
        if (fits(newest)) {
            network.show(newest.parameters());
            if (newest.step() == 0) {
                network.showStart(newest.parameters());
            }
        }
        network.setRunning(newest.running());
        if (anotherRun || paused || now - curvesAt >= CURVE_NANOS) {
            curves.show(Curves.of(newest.history(), ghosts));
            curvesAt = now;
        }
    }

    /// Whether a snapshot is of the network that is drawn; while the trainer catches up it is of an older one.
    private boolean fits(Snapshot snapshot) {
        Experiment now = bench.experiment();
        return snapshot.experiment().model().equals(now.model()) && snapshot.experiment().features().equals(now.features());
    }

    private void showData(Dataset newest) {
        shownData = newest;
        boolean flat = newest.plane() != null;
        output.showEmpty(flat ? "" : Texts.get("output.noPlane"));
        if (!flat) {
            return;
        }
        output.showPoints(PointsModel.of(newest));
        Region needed = Region.around(newest);
        if (!home.equals(needed) && !Homes.suits(home, needed, newest.train().count() + newest.test().count())) {
            home = needed;
            output.view().setHome(home);
        }
        showSubject();
    }

    private void askForFields(long now) {
        Snapshot current = shown;
        if (current == null || current.dataset().plane() == null || worker.busy()) {
            return;
        }
        Wish wish = new Wish(output.view().region(), home, hovered, pin != null ? pin : probe);
        boolean moved = current != askedOf && (!current.running() || now - askedAt >= FIELD_NANOS);
        if (moved || !wish.equals(asked)) {
            asked = wish;
            askedOf = current;
            askedAt = now;
            worker.ask(current, wish);
        }
    }

    private void showFields(Fields fields) {
        if (shown == null || fields.snapshot().dataset() != shown.dataset()) {
            return;
        }
        if (Objects.equals(fields.wish().unit(), hovered)) {
            output.view().show(fields.shown());
        }
        if (fits(fields.snapshot())) {
            network.show(fields.units());
            showPlace(fields);
        }
        Wish.Place place = fields.wish().place();
        double[] outputs = fields.outputs();
        if (place != null && outputs != null && place.equals(pin)) {
            Dataset of = fields.snapshot().dataset();
            output.pin(place.x1(), place.x2(), of.task(), of.classNames(), outputs);
        }
    }

    private void showPlace(Fields fields) {
        Wish.Place place = fields.wish().place();
        float[][] activations = fields.probe();
        if (place == null || activations == null) {
            network.clearProbe();
            return;
        }
        network.setProbe(place.x1(), place.x2());
        if (place.equals(pin)) {
            network.showActivations(activations);
        }
    }

    private void setPin(Wish.@Nullable Place place) {
        pin = place;
        if (place == null) {
            output.unpin();
        }
    }

    /// Goes on with other data, and with an output layer that fits them.
    private void changeData(Data next, String what, boolean finished) {
        Experiment now = bench.experiment();
        bench.change(Fit.target(next).map(target -> Fit.with(now, next, target)).orElseGet(() -> now.withData(next)),
                what, finished);
    }

    private void showSubject() {
        output.showSubject(subject());
    }

    private String subject() {
        Wish.Unit unit = hovered;
        if (unit != null && unit.layer() < 0) {
            return bench.experiment().features().get(unit.index());
        }
        if (unit != null) {
            return Texts.get("output.unit", Integer.toString(unit.layer() + 1), Integer.toString(unit.index() + 1));
        }
        boolean regression = shownData != null && shownData.task() == Task.REGRESSION;
        return Texts.get(regression ? "output.regression" : "output.probability");
    }

    private void keepGhost() {
        Snapshot current = shown;
        if (current != null) {
            List<CurveData.Ghost> kept = new ArrayList<>(ghosts);
            kept.add(Curves.ghost(RunNames.of(current.experiment()), current.history()));
            ghosts = List.copyOf(kept.subList(Math.max(0, kept.size() - MOST_GHOSTS), kept.size()));
            curves.show(Curves.of(current.history(), ghosts));
        }
    }

    private void forgetGhosts() {
        ghosts = List.of();
        if (shown != null) {
            curves.show(Curves.of(shown.history(), ghosts));
        }
    }

    /// What the user does with the data.
    private final class DataInput implements DataPanel.Listener {
        @Override
        public void dataChanged(Data next, String what, boolean finished) {
            changeData(next, what, finished);
        }

        @Override
        public void featuresChanged(List<String> next, String what) {
            bench.change(bench.experiment().withFeatures(next), what, true);
        }

        @Override
        public void csvWanted() {
            files.openTable();
        }

        @Override
        public void csvDropped(Path file) {
            files.openAny(file);
        }

        @Override
        public void brushChanged(Brush brush) {
            output.view().setPaintMode(brush.tool() != Brush.Tool.NONE);
            output.view().setErasing(brush.tool() == Brush.Tool.ERASE);
            output.view().setBrushRadius(brush.radius());
        }

        @Override
        public void clearPoints() {
            changeData(PaintStroke.cleared(bench.experiment().data()), "", true);
        }

        @Override
        public void undoPoints() {
            bench.undo();
        }
    }

    /// What the user does with the network.
    private final class NetworkInput implements NetworkView.Listener {
        @Override
        public void networkChanged(Model.Network next, String what) {
            bench.change(bench.experiment().withModel(next), what, true);
        }

        @Override
        public void parameterChanged(int index, float value) {
            Snapshot current = shown;
            if (current != null && fits(current) && index < current.parameters().length) {
                bench.weigh(index, current.parameters()[index], value);
            }
        }

        @Override
        public void unitHovered(int layer, int unit) {
            hovered = new Wish.Unit(layer, unit);
            showSubject();
        }

        @Override
        public void unitUnhovered() {
            hovered = null;
            showSubject();
        }
    }

    /// What the user does with the picture.
    private final class OutputInput implements OutputView.Listener {
        @Override
        public void probed(double x1, double x2) {
            probe = new Wish.Place(x1, x2);
        }

        @Override
        public void unprobed() {
            probe = null;
        }

        @Override
        public void pinned(double x1, double x2) {
            setPin(new Wish.Place(x1, x2));
        }

        @Override
        public void unpinned() {
            setPin(null);
        }

        @Override
        public void painted(double x1, double x2, double radius, boolean erase, boolean dragging) {
            PaintStroke.Outcome outcome = stroke.touch(bench.experiment().data(), shownData, data.brush(), x1, x2,
                    radius, erase, dragging);
            switch (outcome) {
                case PaintStroke.Changed changed -> {
                    if (!dragging) {
                        bench.beginGesture();
                    }
                    changeData(changed.data(), changed.what(), false);
                }
                case PaintStroke.Unchanged _ -> { }
                case PaintStroke.Refused refused -> warn.accept(refused.sentence());
            }
        }
    }
}
