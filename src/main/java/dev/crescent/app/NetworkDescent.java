package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.landscape.GradientCloud;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PlaneChoice;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.Choices;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.landscape.Trust;
import dev.crescent.ui.landscape.TrustPanel;
import dev.crescent.ui.loss.CurvesMode;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The loss landscape of the network on the bench, while it trains, with the ball where the moment is that is shown.
final class NetworkDescent implements DescentPart {
    /// While it trains, a landscape is drawn every other frame: training needs the processors more.
    static final long PACE_NANOS = 25_000_000;

    private final Workbench bench;
    private final RunPath path;
    private final LandscapeWorker worker;
    private final NetworkDescentBar bar;
    private final LandscapePanels panels = new LandscapePanels("descent");
    private final TrustPanel trust = new TrustPanel();
    private final CurvesView curves = new CurvesView();
    private final CurvesPresenter curvesPart = new CurvesPresenter(curves);
    private final NetworkDescentLayout content =
            new NetworkDescentLayout(panels.map(), panels.surface(), trust, curves);
    private final LandscapeMotion motion = new LandscapeMotion();
    private @Nullable Snapshot shown;
    private long drawnAt;
    private @Nullable Experiment known;
    private LandscapeWorker.@Nullable Question asked;
    private LandscapeWorker.@Nullable Found found; // what is on screen

    /// @param path of the run on the bench
    /// @param failures told of errors in the program itself
    NetworkDescent(Workbench bench, RunPath path, Failures failures) {
        this.bench = bench;
        this.path = path;
        this.bar = new NetworkDescentBar(path::points);
        this.worker = new LandscapeWorker(bench.engines(), failures::report);
        trust.setId("descent.trust");
        curves.simplify(Texts.get("descent.curves"));
        curves.modeProperty().set(CurvesMode.LOSS);
    }

    @Override
    public Region bar() {
        return bar;
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public List<ShownView> pictures() {
        return panels.pictures(new DescentSheets("", () -> ShippedTitles.local(bench.experiment().title()), this::caption));
    }

    private String caption() {
        Snapshot now = shown;
        return now == null ? "" : Texts.get("picture.state", Numbers.tick(now.epoch(), now.epoch() == Math.rint(now.epoch()) ? 1 : 0.01),
                Texts.get("picture.trainLoss", Numbers.loss(now.train().loss())));
    }

    @Override
    public void setTheme(Palette colors) {
        panels.setTheme(colors);
        curves.setTheme(colors);
    }

    @Override
    public void enter() {
        asked = null;
    }

    @Override
    public void frame(long now) {
        path.see(bench.trainer().latest());
        Snapshot newest = bench.shown();
        curvesPart.showCursor(bench.playhead().held());
        if (newest == null) {
            return;
        }
        if (newest != shown) {
            shown = newest;
            curvesPart.show(newest, now);
            curves.setSubject(Texts.get("digits.samples", newest.dataset().train().count()));
            follow(newest);
        }
        worker.spare(bench.isAtFullSpeed(newest));
        ask(newest);
        LandscapeWorker.Answer answer = worker.take();
        if (answer != null && isOf(answer.question(), newest)) {
            show(answer, now);
        }
        boolean due = !newest.running() || now - drawnAt >= PACE_NANOS;
        Landscape landscape = due ? motion.frame(now) : null;
        if (landscape != null) {
            drawnAt = now;
            panels.show(landscape);
            if (found != null) {
                trust.show(trust(found, LandscapeTexts.drawn(landscape, found, panels.drawn(0), found.walk().ball())));
            }
        }
    }

    /// Tells the bar whose parameters there are.
    private void follow(Snapshot newest) {
        if (known != newest.experiment()) {
            known = newest.experiment();
            bar.setParameters(layout(newest));
        }
    }

    private static @Nullable ParameterLayout layout(Snapshot of) {
        try {
            return of.experiment().model() instanceof Model.Network network
                    ? ParameterLayout.of(network, of.dataset().inputShape()) : null;
        } catch (InvalidSettingException e) {
            return null; // the trainer has said so
        }
    }

    private void ask(Snapshot newest) {
        LandscapeWorker.Question last = asked;
        boolean same = last != null && last.snapshot() == newest && last.plane().equals(bar.plane())
                && last.part() == bar.part() && last.gradients() == bar.gradients();
        if (!same) {
            LandscapeWorker.Question question = new LandscapeWorker.Question(newest, List.of(walker(newest)),
                    bar.plane(), bar.part(), bar.gradients());
            asked = question;
            worker.ask(question);
            boolean any = question.walkers().getFirst().whole().size() > 1;
            panels.setEmptyText(Texts.get(any ? "landscape.coming" : newest.step() > 0 ? "landscape.forgotten" : "landscape.empty"));
        }
    }

    private Walker walker(Snapshot newest) {
        Optimizer optimizer = newest.experiment().training().optimizer();
        String name = Choices.name(optimizer);
        List<PathPoint> whole = path.points();
        return new Walker(name, name.substring(0, 1), TrackColors.of(optimizer), asFarAs(newest, whole), whole, true);
    }

    /// The path up to a moment, which is its end.
    private static List<PathPoint> asFarAs(Snapshot moment, List<PathPoint> path) {
        if (path.isEmpty() || path.getLast().step() == moment.step()) {
            return path;
        }
        List<PathPoint> here = new ArrayList<>(path.stream().filter(point -> point.step() < moment.step()).toList());
        here.add(PathPoint.of(moment));
        return here;
    }

    /// What was asked before the run, its network or the bar changed is of no interest any more.
    private boolean isOf(LandscapeWorker.Question question, Snapshot newest) {
        return question.snapshot().run() == newest.run() && question.plane().equals(bar.plane())
                && question.part() == bar.part()
                && question.snapshot().experiment().model().equals(newest.experiment().model())
                && question.snapshot().dataset().inputShape().equals(newest.dataset().inputShape());
    }

    private void show(LandscapeWorker.Answer answer, long now) {
        switch (answer) {
            case LandscapeWorker.Found next -> {
                found = next;
                motion.go(next, now);
                panels.showCaption(next.held(), acrossName(next), upName(next), axes(next),
                        Texts.get("descent.ofVariance"));
                showGradients(next.gradients());
            }
            case LandscapeWorker.None none -> {
                found = null;
                motion.clear();
                panels.showNothing(Sentences.local(none.sentence()));
                trust.clear();
            }
        }
    }

    private void showGradients(LandscapeWorker.@Nullable Gradients gradients) {
        if (gradients == null || !bar.gradients()) {
            trust.showGradients(0, 0, 0);
            return;
        }
        GradientCloud cloud = gradients.cloud();
        double[] mean = cloud.mean();
        trust.showGradients(cloud.batchSize(), Math.hypot(mean[0], mean[1]), cloud.spread());
    }

    private Trust trust(LandscapeWorker.Found of, double drawn) {
        return new Trust(of.held().across(), of.held().up(), acrossName(of), upName(of),
                of.walk().ball().distance(), of.walk().path().distance(), of.walk().path().farthest(),
                drawn, of.walk().loss(),
                LandscapeTexts.measured(of));
    }

    private String axes(LandscapeWorker.Found of) {
        return switch (of.ground().choice()) {
            case PlaneChoice.Path _ -> "";
            case PlaneChoice.Random _ -> Texts.get("descent.randomAxes");
            case PlaneChoice.Parameters _ -> Texts.get("descent.axes");
        };
    }

    private String acrossName(LandscapeWorker.Found of) {
        return switch (of.ground().choice()) {
            case PlaneChoice.Path _ -> Texts.get(of.ground().components() ? "descent.acrossComponent" : "descent.acrossAlone");
            case PlaneChoice.Random _ -> Texts.get("descent.acrossAlone");
            case PlaneChoice.Parameters pair -> bar.name(pair.first());
        };
    }

    private String upName(LandscapeWorker.Found of) {
        return switch (of.ground().choice()) {
            case PlaneChoice.Path _ -> Texts.get(of.ground().components() ? "descent.upComponent" : "descent.upAlone");
            case PlaneChoice.Random _ -> Texts.get("descent.upAlone");
            case PlaneChoice.Parameters pair -> bar.name(pair.second());
        };
    }

    @Override
    public void leave() {
        worker.rest();
    }

    @Override
    public void close() {
        worker.close();
    }
}
