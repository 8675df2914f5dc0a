package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.insight.Region;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The output over the plane, to the edges: the points lie in the middle of what the caption leaves free.
final class PlaneShot extends Pane implements StageShot {
    /// While training, fields are asked for at this pace, that of film.
    private static final long PACE_NANOS = 38_000_000;
    /// Of the height, where alone: the middle of the points, and what they take.
    private static final double MIDDLE = 0.4;
    private static final double TAKE = 0.74;

    private final OutputView view = new OutputView();
    private final Rectangle clip = new Rectangle();
    private final FieldWorker worker;
    private final double zoom;
    private final boolean alone;
    private @Nullable Dataset data;
    private @Nullable Region home;
    private @Nullable Snapshot asked;
    private @Nullable Region askedFor;
    private long askedAt;

    /// @param zoom 1 shows all points
    /// @param alone whether it has the whole stage
    PlaneShot(double zoom, boolean alone, Failures failures) {
        this.zoom = zoom;
        this.alone = alone;
        worker = new FieldWorker(new CpuEngine(), failures::report);
        setClip(clip);
        getChildren().setAll(view);
    }

    @Override
    public javafx.scene.layout.Region content() {
        return this;
    }

    @Override
    public boolean bleeds() {
        return alone;
    }

    @Override
    public void setTheme(Theme theme) {
        view.setTheme(Palette.of(theme));
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (newest == null || newest.dataset().plane() == null) {
            return;
        }
        if (newest.dataset() != data) {
            data = newest.dataset();
            home = Region.around(newest.dataset());
            view.showPoints(PointsModel.of(newest.dataset()));
            place();
        }
        boolean moved = newest != asked && (!newest.running() || now - askedAt >= PACE_NANOS);
        if ((moved || !view.region().equals(askedFor)) && !worker.busy()) {
            asked = newest;
            askedFor = view.region();
            askedAt = now;
            worker.ask(newest, new Wish(view.region(), view.region(), null, null, false));
        }
        Fields fields = worker.take();
        if (fields != null && fields.snapshot().dataset() == data) {
            view.show(fields.shown(), fields.range(), fields.lines());
        }
    }

    /// The view is a square that covers all, whatever the stage's sides.
    private double side() {
        return alone ? Math.max(getWidth(), 2 * Math.max(MIDDLE, 1 - MIDDLE) * getHeight()) : Math.max(getWidth(), getHeight());
    }

    private void place() {
        Region all = home;
        if (all != null && getHeight() > 0) {
            double shown = alone ? TAKE * getHeight() : Math.min(getWidth(), getHeight());
            view.setRegion(all.zoomed(side() / shown / zoom, (all.x1Min() + all.x1Max()) / 2, (all.x2Min() + all.x2Max()) / 2));
        }
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double side = Math.ceil(side());
        view.setBare(Math.max(1, getHeight() / (alone ? 620 : 480)));
        // The view keeps a strip for an axis below, which is not there.
        view.resizeRelocate((getWidth() - side) / 2, Math.floor((alone ? MIDDLE : 0.5) * getHeight() - side / 2), side,
                side + OutputView.AXIS);
        place();
    }

    @Override
    public void close() {
        worker.close();
    }
}
