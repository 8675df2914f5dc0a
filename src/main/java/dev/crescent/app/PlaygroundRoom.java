package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.data.PaintStroke;
import dev.crescent.ui.lens.LensStrip;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The playground: its four panels, fed with the moment that is shown once a frame. All methods run on the JavaFX thread.
final class PlaygroundRoom implements AutoCloseable {
    private final Workbench bench;
    private final DataPanel data;
    private final ImageDownloads downloads;
    private final OutputPanel output = new OutputPanel();
    private final CurvesView curves = new CurvesView();
    private final NetworkView network = new NetworkView();
    private final PanelLayout panels;
    private final PlanePresenter planePart;
    private final HiddenPresenter hiddenPart;
    private final NetworkPresenter networkPart;
    private final DataPresenter dataPart;
    private final CurvesPresenter curvesPart;
    private final PlanePictures planePictures = new PlanePictures(output);
    private final LensStrip lensStrip = new LensStrip();
    private final StepLens lens;

    private @Nullable Snapshot shown;
    private boolean painted;
    private final DataWait wait = new DataWait();
    private boolean reading; // whether the user is told that data are read
    private @Nullable Dataset shownData;
    private @Nullable Dataset listedData; // on the left
    private @Nullable Experiment drawn;

    /// @param background one thread for what takes time
    /// @param warn tells the user a sentence
    /// @param known what images can be downloaded
    PlaygroundRoom(Workbench bench, RunActions run, FileActions files, Executor background, Consumer<String> warn, Failures failures,
            Function<ImageSet, Optional<RemoteImages>> known) {
        this.bench = bench;
        this.downloads = new ImageDownloads(known, this::arrived);
        this.data = new DataPanel(background);
        this.panels = new PanelLayout(data, network, curves, output, lensStrip);
        this.planePart = new PlanePresenter(bench, output, network, new FieldWorker(new CpuEngine(), failures::report),
                downloads, files::openImages);
        this.hiddenPart = new HiddenPresenter(output, planePart, failures);
        panels.expandedProperty().bind(output.expandedProperty());
        this.networkPart = new NetworkPresenter(bench, network, planePart);
        this.dataPart = new DataPresenter(bench, data, output.view(), files, warn);
        this.curvesPart = new CurvesPresenter(curves, bench.pinned());
        this.lens = new StepLens(bench, run, network, lensStrip, output, planePart, panels.lensShownProperty(), failures::report);
        networkPart.setLens(lens);
        // The lens needs the network, whose room the hidden space may have.
        panels.lensShownProperty().subscribe(open -> {
            if (open) {
                output.expandedProperty().set(false);
            }
        });
        output.expandedProperty().subscribe(wide -> {
            if (wide) {
                lens.closeWanted();
            }
        });
        output.view().setListener(new OutputInput());
        bench.onChange(this::documentChanged);
        bench.onBranch((branch, back) -> {
            Snapshot end = branch.before().snapshot();
            if (end != null && back) {
                bench.pinned().comeBack(end);
            } else if (end != null) {
                bench.pinned().keepLeft(end);
            }
        });
    }

    /// What lets the user choose the columns of a table.
    void onColumns(Runnable chooser) {
        dataPart.onColumns(chooser);
    }

    ImageDownloads downloads() {
        return downloads;
    }

    PanelLayout panels() {
        return panels;
    }

    /// What there are pictures of that only it has.
    List<ShownView> pictures() {
        List<ShownView> all = new ArrayList<>(lens.pictures());
        all.addAll(hiddenPart.pictures());
        all.addAll(planePictures.pictures());
        all.addAll(curvesPart.pictures());
        return all;
    }

    void setTheme(Theme theme) {
        Palette palette = Palette.of(theme);
        output.setTheme(palette);
        hiddenPart.setTheme(palette);
        curves.setTheme(palette);
        network.setTheme(theme);
        data.setTheme(theme);
    }

    /// What the data ask of a model, as far as is known by now.
    Fit.Target target() {
        return Fit.target(bench.experiment().data()).orElseGet(() ->
                shownData == null ? new Fit.Target(Task.CLASSIFICATION, 2) : Fit.Target.of(shownData));
    }

    /// The picture of the output, with the switches for what it shows.
    OutputView outputView() {
        return output.view();
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
        preferences.setFlag("panel.data.shown", panels.isDataWanted());
        preferences.setFlag("panel.curves.shown", panels.curvesShownProperty().get());
        preferences.setFlag("panel.output.shown", panels.outputShownProperty().get());
        preferences.setFlag("curves.log", curves.logProperty().get());
        preferences.setFlag("curves.smooth", curves.smoothProperty().get());
        preferences.setFlag("output.test", output.view().showTestProperty().get());
        preferences.setFlag("output.contours", output.view().contoursProperty().get());
    }

    /// Gives the network its room back if the output has it; false if there was nothing to do.
    boolean shrink() {
        boolean wide = output.expandedProperty().get();
        output.expandedProperty().set(false);
        return wide;
    }

    /// Brings every panel up to date; called once a frame.
    void frame(long now) {
        Snapshot newest = bench.shown();
        showExperiment();
        if (newest != null && newest != shown) {
            show(newest, now);
        }
        curvesPart.showCursor(bench.playhead().held());
        Snapshot latest = bench.trainer().latest();
        showReading(latest, now);
        if (!reading && latest != null && latest.dataset() != listedData) {
            showData(latest);
        }
        if (!bench.playhead().isLive()) {
            lens.closeWanted(); // it is over the step that comes next
        } else if (latest != null) {
            lens.frame(latest);
        }
        if (painted) {
            planePart.frame(shown, now);
            hiddenPart.frame(shown, now);
        }
        // Fields come from the second frame on: the first one is not to share the processor with them.
        painted = true;
    }

    /// Takes a key before the rest of the window does.
    ///
    /// @return whether the key was the room's to take
    boolean take(KeyEvent event) {
        return lens.take(event);
    }

    /// The room is not seen any more.
    void leave() {
        lens.closeWanted();
    }

    /// Reading images or a large table takes a while; meanwhile the trainer shows what it had before.
    private void showReading(@Nullable Snapshot newest, long now) {
        Data wanted = bench.experiment().data();
        boolean told = wait.tells(wanted, newest == null ? null : newest.experiment().data(), showsDigits(), now);
        if (told == reading) {
            return;
        }
        reading = told;
        if (told) {
            planePart.showReading(wanted.source());
            showData(newest); // not yet
        } else if (shown != null) {
            planePart.showData(shown);
            showExperiment(bench.experiment());
        }
    }

    /// Other digits take the place of digits as other points do that of points.
    private boolean showsDigits() {
        return shown != null && shown.experiment().data().source() instanceof Source.Digits;
    }

    /// The images that were missing are there.
    private void arrived(ImageSet set) {
        data.imagesChanged();
        if (bench.experiment().data().source() instanceof Source.Images images && images.set() == set && images.path() == null) {
            planePart.showReading(images);
            dataPart.show(bench.experiment(), null);
            bench.readAgain();
        }
    }

    @Override
    public void close() {
        downloads.close();
        lens.close();
        planePart.close();
        hiddenPart.close();
    }

    private void documentChanged() {
        showExperiment();
    }

    /// The network of the moment that is shown, and the data that are on the bench.
    private void showExperiment() {
        Experiment experiment = bench.shownExperiment();
        if (experiment != drawn) {
            drawn = experiment;
            showExperiment(experiment);
        }
    }

    private void showExperiment(Experiment experiment) {
        networkPart.draw(experiment, shownData, target());
        showData(bench.trainer().latest());
    }

    /// The data are changed where they are the newest. Those may come later than the experiment that they belong to, and be the
    /// same that the other views show already, as where a document waited for its room.
    private void showData(@Nullable Snapshot latest) {
        listedData = reading ? null : latest == null ? shownData : latest.dataset();
        dataPart.show(bench.experiment(), listedData);
    }

    private void show(Snapshot newest, long now) {
        shown = newest;
        if (newest.dataset() != shownData) {
            shownData = newest.dataset();
            planePart.showData(newest);
            showExperiment(bench.shownExperiment());
        }
        networkPart.show(newest);
        planePictures.show(newest);
        curvesPart.show(newest, now);
    }

    /// What the user does with the picture.
    private final class OutputInput implements OutputView.Listener {
        @Override
        public void probed(double x1, double x2) {
            planePart.probe(new Wish.Place(x1, x2));
        }

        @Override
        public void unprobed() {
            planePart.probe(null);
        }

        @Override
        public void pinned(double x1, double x2) {
            if (!lens.pinned(x1, x2)) {
                planePart.pin(new Wish.Place(x1, x2));
            }
        }

        @Override
        public void unpinned() {
            planePart.pin(null);
        }

        @Override
        public void painted(double x1, double x2, double radius1, double radius2, boolean erase, boolean dragging) {
            dataPart.paint(new PaintStroke.Disc(x1, x2, radius1, radius2), erase, dragging);
        }
    }
}
