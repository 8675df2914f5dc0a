package dev.crescent.app;

import dev.crescent.insight.descent.Minimum;
import dev.crescent.insight.descent.Stop;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.RaceCurves;
import dev.crescent.ui.race.Lane;
import java.util.List;

/// A race as its list and its curves show it. Pure.
final class Standings {
    /// The finish lies at such a part of the start's height above the lowest minimum.
    private static final double FINISH = 1e-4;
    private static final double[] NO_TICKS = {};

    private Standings() {}

    static List<Lane> lanes(FunctionRace race, double floor) {
        double lowest = race.minima().stream().mapToDouble(Minimum::value).min().orElse(floor);
        return race.racers().stream().map(racer -> lane(race, racer, lowest)).toList();
    }

    private static Lane lane(FunctionRace race, Racer racer, double lowest) {
        Racer.Standing standing = racer.standing();
        boolean arrived = standing.state() == Racer.State.ARRIVED;
        boolean failed = standing.state() == Racer.State.DIVERGED || standing.state() == Racer.State.NO_VALUE;
        double value = racer.descent().value();
        String why = arrived ? "" : racer.descent().stop().map(stop -> Sentences.local(stop.text())).orElse("");
        return new Lane(racer.name(), racer.letter(), racer.color(), Numbers.exact(racer.optimizer().learningRate()),
                arrived ? 1 : Math.min(0.98, progress(racer.descent().value(0) - lowest, value - lowest)), NO_TICKS,
                Numbers.loss(value), state(race, racer, standing), why, arrived, failed, null);
    }

    /// By the logarithm of the height that is left.
    private static double progress(double start, double now) {
        if (!(start > 0) || !Double.isFinite(now)) {
            return 0;
        }
        return Math.clamp(Math.log(start / Math.max(now, FINISH * start)) / -Math.log(FINISH), 0, 1);
    }

    private static String state(FunctionRace race, Racer racer, Racer.Standing standing) {
        String steps = Numbers.exact(standing.steps());
        return switch (standing.state()) {
            case UNDER_WAY -> Texts.get(standing.steps() == 0 ? "race.ready" : "race.underWay");
            case ARRIVED -> Texts.get("race.arrived", race.place(racer), standing.steps(), steps);
            case LOCAL -> Texts.get("race.local", steps);
            case STILL -> Texts.get("race.still", steps);
            case DIVERGED -> Texts.get("race.diverged", steps);
            case NO_VALUE -> Texts.get("race.noValue", steps);
            case LIMIT -> Texts.get("race.limit", steps);
        };
    }

    static List<RaceCurves.Curve> curves(FunctionRace race) {
        return race.racers().stream().map(racer -> new RaceCurves.Curve(racer.name(), racer.color(), racer.values(),
                racer.descent().count() + 1)).toList();
    }
}
