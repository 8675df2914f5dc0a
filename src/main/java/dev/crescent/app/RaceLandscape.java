package dev.crescent.app;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PlaneChoice;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.Standing;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Landscape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One landscape for all paths of a race: asks for it, and brings it on screen. Belongs to the JavaFX thread.
final class RaceLandscape implements AutoCloseable {
    private static final double ASTRAY = 4;
    private static final PlaneChoice PLANE = new PlaneChoice.Path();

    private final RaceViews views;
    private final LandscapeWorker worker;
    private final LandscapeMotion motion = new LandscapeMotion();
    private @Nullable RaceMoment asked;
    private boolean askedRunning;
    private long drawnAt;
    private LandscapeWorker.@Nullable Found found; // what is on screen
    private Finish finish = Finish.atLoss(1);

    RaceLandscape(RaceViews views, Engines engines, Failures failures) {
        this.views = views;
        this.worker = new LandscapeWorker(engines, failures::report);
    }

    /// What was asked does not matter any more.
    void forget() {
        asked = null;
    }

    /// Whether the race could use all of the processors.
    void spare(boolean racing) {
        worker.spare(racing);
    }

    /// Nothing is shown any more.
    void clear() {
        found = null;
        motion.clear();
        rest();
    }

    /// Nobody looks any more, until the next frame.
    void rest() {
        worker.rest();
        asked = null;
    }

    @Override
    public void close() {
        worker.close();
    }

    /// Called once a frame.
    ///
    /// @param entries one for each of the race's standings
    /// @param head the step at which all is shown
    void frame(RaceMoment race, List<RaceEntries.Entry> entries, boolean running, long head, long now) {
        if (race != asked || running != askedRunning) {
            ask(race, entries, running);
        }
        LandscapeWorker.Answer answer = worker.take();
        if (answer != null && answer.question().snapshot().run() == race.number()
                && answer.question().walkers().size() == entries.size()) {
            show(answer, now);
        }
        motion.setHead(head);
        boolean due = !running || now - drawnAt >= NetworkDescent.PACE_NANOS;
        Landscape bare = due ? motion.frame(now) : null;
        LandscapeWorker.Found of = found;
        if (bare != null && of != null) {
            drawnAt = now;
            boolean line = finish.measure() == Finish.Measure.LOSS;
            Landscape landscape = new Landscape(bare.surface(), bare.scale(), bare.tracks(),
                    line ? finish.value() : Double.NaN);
            views.show(landscape);
            views.showTrust(of, landscape, motion.balls(), losses(race, landscape, head));
            views.showFinishLine(line && finish.value() >= bare.scale().low() && finish.value() <= bare.scale().high());
        }
    }

    /// In a replay those that were measured then: between two points of a path there was no network on the line.
    private static List<Double> losses(RaceMoment race, Landscape landscape, long head) {
        boolean replay = head < race.step();
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < landscape.tracks().size(); i++) {
            losses.add(replay && i < race.standings().size() ? race.standings().get(i).course().at(head).lastLoss()
                    : landscape.tracks().get(i).lastLoss());
        }
        return losses;
    }

    private void ask(RaceMoment race, List<RaceEntries.Entry> entries, boolean running) {
        asked = race;
        askedRunning = running;
        if (!race.finish().equals(finish)) {
            finish = race.finish();
            motion.again();
        }
        if (race.standings().stream().anyMatch(standing -> standing.path().isEmpty())) {
            found = null;
            motion.clear();
            worker.rest();
            views.showNoLandscape(Texts.get("networkRace.tooLarge", race.parameters()));
            return;
        }
        List<Walker> walkers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            RaceEntries.Entry entry = entries.get(i);
            Standing standing = race.standings().get(i);
            walkers.add(new Walker(entry.name(), entry.letter(), entry.color(), standing.path(), !isAstray(standing)));
        }
        worker.ask(new LandscapeWorker.Question(snapshot(race, running), walkers, PLANE, Part.TRAINING, false));
    }

    /// Whoever is far above its start would leave no room for the others.
    private static boolean isAstray(Standing of) {
        List<PathPoint> path = of.path();
        return of.isLost() || path.getLast().trainLoss() > ASTRAY * path.getFirst().trainLoss();
    }

    /// The first racer's.
    private static Snapshot snapshot(RaceMoment race, boolean running) {
        PathPoint point = race.standings().getFirst().path().getLast();
        return new Snapshot(race.terms().experiment(), race.terms().dataset(), race.number(), point.step(), race.epoch(),
                point.parameters(), OptimizerState.newAt(point.step()), new Metrics(point.trainLoss(), Double.NaN),
                new Metrics(point.testLoss(), Double.NaN), 0, running, History.EMPTY);
    }

    private void show(LandscapeWorker.Answer answer, long now) {
        switch (answer) {
            case LandscapeWorker.Found next -> {
                found = next;
                motion.go(next, now);
                views.showCaption(next, next.question().paths().size());
            }
            case LandscapeWorker.None none -> {
                found = null;
                motion.clear();
                views.showNoLandscape(Sentences.local(none.sentence()));
            }
        }
    }
}
