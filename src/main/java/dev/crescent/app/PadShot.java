package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.Preparation;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.digits.Prediction;
import dev.crescent.ui.digits.PredictionView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A pad, and beside it what the scene's network reads on it while somebody draws.
final class PadShot extends Pane implements StageShot {
    private static final double GAP = 0.06;
    /// In a higher room than so many times its width the reading stands below the pad: beside it its bars would have no length.
    private static final double HIGH = 0.75;
    private static final double BAR = 40; // the pad's own tools, above it

    private final PadView pad = new PadView();
    private final PredictionView prediction = new PredictionView();
    private final DigitReader reader = new DigitReader(new CpuEngine());
    private final MistakesPresenter judge;
    private @Nullable Snapshot shown;
    private boolean dirty = true;

    PadShot(Failures failures) {
        judge = new MistakesPresenter(new MistakesWorker(new CpuEngine(), failures::report), ink -> { });
        prediction.setBare();
        pad.setListener(new PadView.Listener() {
            @Override
            public void drawn(Drawing drawing) {
                dirty = true;
            }
        });
        getChildren().setAll(pad, prediction);
    }

    @Override
    public Region content() {
        return this;
    }

    @Override
    public void setTheme(Theme theme) {
        pad.setTheme(Palette.of(theme));
        prediction.setTheme(Palette.of(theme));
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (newest == null || !DigitReader.suits(newest)) {
            return;
        }
        dirty |= newest != shown | judge.frame(newest);
        shown = newest;
        if (dirty) {
            dirty = false;
            read(newest);
        }
    }

    private void read(Snapshot current) {
        Preparation prepared = pad.preparation();
        List<String> names = current.dataset().classNames();
        if (prepared.isEmpty()) {
            prediction.show(Prediction.empty(names));
            return;
        }
        DigitReader.Reading reading = reader.read(current, prepared.centered(), judge.temperature(current));
        prediction.show(new Prediction(names, reading.probabilities(), null, judge.state(current, reading)));
    }

    /// C, Delete and the back key empty the pad.
    @Override
    public boolean take(KeyEvent event) {
        boolean clears = event.getCode() == KeyCode.C || event.getCode() == KeyCode.DELETE;
        if (clears) {
            pad.clear();
        }
        return clears;
    }

    @Override
    protected void layoutChildren() {
        if (getHeight() > HIGH * getWidth()) {
            stack();
        } else {
            putBesideEachOther();
        }
    }

    private void putBesideEachOther() {
        double gap = Math.rint(GAP * getWidth());
        double side = Math.floor(Math.min(getHeight() - BAR, 0.5 * (getWidth() - gap)));
        double bars = Math.min(getWidth() - side - gap, 1.25 * side);
        double left = Math.floor((getWidth() - side - gap - bars) / 2);
        double high = pad.prefHeight(side);
        pad.resizeRelocate(left, Math.floor((getHeight() - high) / 2), side, high);
        prediction.resizeRelocate(left + side + gap, Math.floor((getHeight() - high) / 2) + BAR, bars, high - BAR);
    }

    private void stack() {
        double gap = Math.rint(GAP * getHeight());
        double side = Math.floor(Math.max(0, Math.min(getWidth(), 0.55 * (getHeight() - gap) - BAR)));
        double high = pad.prefHeight(side);
        double bars = Math.min(getWidth(), 2.2 * side);
        double low = Math.min(getHeight() - high - gap, side);
        double top = Math.floor((getHeight() - high - gap - low) / 2);
        pad.resizeRelocate(Math.floor((getWidth() - side) / 2), top, side, high);
        prediction.resizeRelocate(Math.floor((getWidth() - bars) / 2), top + high + gap, bars, low);
    }

    @Override
    public void close() {
        judge.close();
    }
}
