package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.insight.hidden.HiddenNetwork;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.hidden.HiddenView;
import dev.crescent.ui.hidden.ShownSamples;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the layers make of the plane and the points, to the edges; it may be led there from the inputs.
final class HiddenShot extends CoveringShot {
    /// Of the height: the middle of the space, and how far the picture reaches above and below it.
    private static final double MIDDLE = 0.42;
    private static final double REACH = 0.4;
    private static final int SHARE = 2;
    /// The picture is higher than the stage: what matters is in its middle, and it reaches behind the caption.
    private static final double HIGH = 2 * Math.max(MIDDLE, 1 - MIDDLE);
    /// How much of it the space fills.
    private static final double FILLS = 2 * REACH / HIGH;

    private record Question(Snapshot snapshot, int stage, double aspect) {}

    /// @param end the last stage's number
    private record Answer(HiddenSpace space, HiddenNetwork network, Snapshot of) {}

    private final HiddenView view;
    private final NewestServer<Question> server;
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private final double layer;
    private volatile boolean busy;
    private volatile long took;
    private @Nullable Dataset data;
    private @Nullable Snapshot asked;
    private int askedStage = -1;
    private boolean settled;
    private long askedAt;
    private boolean led; // whether the way has begun

    // The server's own:
    private @Nullable HiddenNetwork network;
    private @Nullable Dataset networkOf;

    /// @param layer whose space is shown, or halves on the way; negative to be led to the last hidden one
    HiddenShot(double layer, Failures failures) {
        HiddenView view = new HiddenView();
        super(view);
        this.view = view;
        this.layer = layer;
        server = new NewestServer<>("crescent-stage-hidden", this::serve, failures::report);
    }

    @Override
    public boolean bleeds() {
        return true;
    }

    @Override
    public void setTheme(Theme theme) {
        view.setTheme(Palette.of(theme));
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (newest == null || view.getWidth() < 1 || !(newest.experiment().model() instanceof Model.Network)) {
            return;
        }
        view.frame(now);
        int stage = (int) Math.round(view.at());
        boolean same = newest == asked && stage == askedStage && settled;
        if (!busy && !same && now - askedAt >= Math.max(newest.running() ? PACE_NANOS : 0, SHARE * took)) {
            asked = newest;
            askedStage = stage;
            askedAt = now;
            busy = true;
            server.ask(new Question(newest, stage, Math.rint(view.aspect() * 8) / 8));
        }
        Answer ready = answer.getAndSet(null);
        if (ready != null && ready.of().dataset() == newest.dataset()) {
            show(ready);
        }
    }

    private void show(Answer ready) {
        if (ready.of().dataset() != data) {
            data = ready.of().dataset();
            view.showPoints(ShownSamples.of(data, ready.network().chosen()), ShownSamples.inputNames(data));
        }
        settled = ready.space().settled();
        view.show(ready.space());
        if (!led) {
            led = true;
            int end = ready.space().end();
            if (layer < 0) {
                view.playTo(Math.max(0, end - 1));
            } else {
                view.goTo(Math.min(layer, end));
            }
        }
    }

    private void serve(Question question) {
        long start = System.nanoTime();
        try {
            Snapshot snapshot = question.snapshot();
            HiddenNetwork known = network;
            if (known == null || networkOf != snapshot.dataset()) {
                Dataset of = snapshot.dataset();
                known = new HiddenNetwork(new CpuEngine(), snapshot.experiment(), of, of.plane() == null ? null : Region.around(of),
                        HiddenNetwork.MOST_SAMPLES);
                network = known;
                networkOf = of;
            }
            answer.set(new Answer(known.look(snapshot.parameters(),
                    new HiddenNetwork.Look(false, question.stage(), question.aspect(), 1 / FILLS, null)), known, snapshot));
        } finally {
            took = System.nanoTime() - start;
            busy = false;
        }
    }

    @Override
    void place(double width, double height) {
        view.setBare(Math.max(1, height / 620));
        double high = HIGH * height;
        view.setReach(FILLS);
        view.resizeRelocate(0, Math.floor(MIDDLE * height - high / 2), width, high);
    }

    @Override
    public void close() {
        server.close();
    }
}
