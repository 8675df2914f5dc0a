package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.insight.Region;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.points.OutputView;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The output over the plane, to the edges: the points lie in the middle of what the caption leaves free.
final class PlaneShot extends CoveringShot {
    /// Of the height, where alone: the middle of the points, and what they take.
    private static final double MIDDLE = 0.4;
    private static final double TAKE = 0.74;

    private final OutputView view;
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
        OutputView view = new OutputView();
        super(view);
        this.view = view;
        this.zoom = zoom;
        this.alone = alone;
        worker = new FieldWorker(new CpuEngine(), failures::report);
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
            look();
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

    /// At the points, as large as the camera wants them.
    private void look() {
        Region all = home;
        if (all != null && getHeight() > 0) {
            double shown = alone ? TAKE * getHeight() : Math.min(getWidth(), getHeight());
            view.setRegion(all.zoomed(side() / shown / zoom, (all.x1Min() + all.x1Max()) / 2, (all.x2Min() + all.x2Max()) / 2));
        }
    }

    @Override
    void place(double width, double height) {
        double side = Math.ceil(side());
        view.setBare(Math.max(1, height / (alone ? 620 : 480)));
        // The view keeps a strip for an axis below, which is not there.
        view.resizeRelocate((width - side) / 2, Math.floor((alone ? MIDDLE : 0.5) * height - side / 2), side,
                side + OutputView.AXIS);
        look();
    }

    @Override
    public void close() {
        worker.close();
    }
}
