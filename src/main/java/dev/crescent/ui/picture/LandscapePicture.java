package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.landscape.MeasuredSamples;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.Place;
import dev.crescent.insight.landscape.RunLandscape;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.Choices;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.LossScale;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.RampLegend;
import dev.crescent.ui.landscape.Surface;
import dev.crescent.ui.landscape.SurfaceView;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The loss landscape of a run with the way that it came: in 3-D, and for the descent also from above, with how far the
/// picture can be trusted.
final class LandscapePicture extends Pane implements Picture {
    private static final double GAP = 16;
    private static final double LEGEND = 28;
    private static final double WORDS = 8;
    /// Of the width, at most, for the map beside the surface; narrower pictures have it above.
    private static final double MAP = 0.38;
    private static final double BESIDE = 1.1;
    /// A smaller distance is none: weights have seven digits.
    private static final double ROUNDING = 1e-6;

    private final Experiment experiment;
    private final Dataset data;
    private final boolean whole;
    private final Engine engine = new CpuEngine(1);
    private final SurfaceView surface = new SurfaceView();
    private final MapView map = new MapView();
    private final RampLegend legend = new RampLegend();
    private final VBox words = new VBox(2);
    private @Nullable RunLandscape landscape;

    /// @param whole with the map and the numbers, too
    LandscapePicture(Experiment experiment, Dataset data, Palette palette, boolean whole) {
        this.experiment = experiment;
        this.data = data;
        this.whole = whole;
        surface.setTheme(palette);
        map.setTheme(palette);
        legend.setTheme(palette);
        getChildren().setAll(surface, legend, words);
        if (whole) {
            getChildren().add(map);
        }
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String subject() {
        return Texts.get(whole ? "picture.descent" : "picture.landscape");
    }

    @Override
    public void prepare(Moment end) {
        landscape = RunLandscape.of(experiment, data, end.path(), engine, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void show(Moment moment) {
        if (landscape == null) {
            prepare(moment);
        }
        RunLandscape of = landscape;
        if (of == null) {
            return;
        }
        RunLandscape.Seen seen = of.at(moment.path(), engine);
        Landscape shown = new Landscape(Surface.of(of.grid()), LossScale.of(of.grid()), List.of(track(seen)), Double.NaN);
        surface.show(shown);
        map.show(shown);
        legend.show(shown.scale());
        words.getChildren().setAll(sentences(of, seen, drawn(of, seen, shown.scale())).stream().map(LandscapePicture::line).toList());
        layout(); // as many lines as there are
    }

    /// The loss that the picture shows at the ball. What lies below the scale has one color and height: there it is the
    /// landscape's own.
    private double drawn(RunLandscape of, RunLandscape.Seen seen, LossScale scale) {
        double drawn = map.drawn(0);
        return scale.isClipped(drawn) && seen.ball().isFinite() ? of.grid().at(seen.ball().a(), seen.ball().b()) : drawn;
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private Track track(RunLandscape.Seen seen) {
        List<PathPoint> points = seen.path().points();
        float[] a = new float[points.size()];
        float[] b = new float[a.length];
        float[] loss = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            Place place = seen.path().places().get(i);
            a[i] = (float) place.a();
            b[i] = (float) place.b();
            loss[i] = (float) points.get(i).trainLoss();
        }
        loss[a.length - 1] = (float) seen.loss();
        Optimizer optimizer = experiment.training().optimizer();
        String name = Choices.name(optimizer);
        return new Track(name, name.substring(0, 1), TrackColors.of(optimizer), a, b, loss);
    }

    private List<String> sentences(RunLandscape of, RunLandscape.Seen seen, double drawn) {
        List<String> all = new ArrayList<>();
        all.add(of.ofPath() ? Texts.get("picture.held", Numbers.percent(seen.held().whole(), 1),
                Numbers.percent(seen.held().across(), 1), Numbers.percent(seen.held().up(), 1)) : Texts.get("picture.randomAxes"));
        if (!whole) {
            return all;
        }
        if (of.ofPath()) {
            all.add(Texts.get("picture.off", distance(seen.ball().distance()), distance(seen.path().distance()),
                    distance(seen.path().farthest())));
        }
        all.add(Texts.get("picture.trust", Numbers.loss(drawn), Numbers.loss(seen.loss())));
        MeasuredSamples measured = of.measured();
        String part = Texts.get("descent.loss." + measured.part().name());
        all.add((measured.isWhole() ? Texts.get("descent.whole", measured.of(), part)
                : Texts.get("descent.some", measured.samples().count(), measured.of(), part)) + " "
                + Texts.get("descent.points", of.grid().side()) + " " + Texts.get("descent.directions", of.directions()));
        return all;
    }

    private static String distance(double value) {
        return Numbers.loss(value < ROUNDING ? 0 : value);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = Math.max(0, getHeight() - LEGEND);
        words.applyCss();
        legend.resizeRelocate(0, 0, width, 20);
        double side = Math.rint(MAP * width);
        double beside = Math.ceil(words.prefHeight(side));
        if (whole && width >= BESIDE * height && side + GAP + beside <= height) {
            map.resizeRelocate(0, LEGEND, side, side);
            words.resizeRelocate(0, LEGEND + side + GAP, side, beside);
            surface.resizeRelocate(side + GAP, LEGEND, width - side - GAP, height);
        } else {
            layoutAbove(width, height);
        }
    }

    /// With the words below all else.
    private void layoutAbove(double width, double whole) {
        double said = words.getChildren().isEmpty() ? 0 : Math.ceil(words.prefHeight(width));
        double height = Math.max(0, whole - said - WORDS);
        words.resizeRelocate(0, LEGEND + height + WORDS, width, said);
        if (!this.whole) {
            surface.resizeRelocate(0, LEGEND, width, height);
        } else if (width >= BESIDE * height) {
            double side = Math.rint(Math.min(MAP * width, height));
            map.resizeRelocate(0, LEGEND, side, side);
            surface.resizeRelocate(side + GAP, LEGEND, width - side - GAP, height);
        } else {
            double side = Math.rint(Math.min(width, (height - GAP) / 2));
            map.resizeRelocate((width - side) / 2, LEGEND, side, side);
            surface.resizeRelocate(0, LEGEND + side + GAP, width, Math.max(0, height - side - GAP));
        }
    }
}
