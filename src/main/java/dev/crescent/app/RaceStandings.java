package dev.crescent.app;

import dev.crescent.insight.race.Arrival;
import dev.crescent.insight.race.Course;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.NetworkRace;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.Standing;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.RaceCurves;
import dev.crescent.ui.race.Lane;
import dev.crescent.ui.race.RaceTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A race on the network as its lanes, curves and tables show it. Pure.
final class RaceStandings {
    /// Who has not arrived is not drawn as if it had.
    private static final double NEARLY = 0.98;
    /// Ticks below a lane at most.
    private static final int MOST_TICKS = 12;
    private static final long FEWEST_STEPS = 10;

    private RaceStandings() {}

    /// One lane an entry.
    ///
    /// @param fields one an entry; empty where there are none
    static List<Lane> lanes(RaceMoment race, List<RaceEntries.Entry> entries, List<Lane.Field> fields) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lanes.add(lane(race, race.standings().get(i), entries.get(i), i < fields.size() ? fields.get(i) : null));
        }
        return lanes;
    }

    private static Lane lane(RaceMoment race, Standing of, RaceEntries.Entry entry, Lane.@Nullable Field field) {
        Course course = of.course();
        double now = course.values(race.finish())[course.count() - 1];
        boolean arrived = of.arrival() != null;
        return new Lane(entry.name(), entry.letter(), entry.color(), Numbers.exact(entry.optimizer().learningRate()),
                arrived ? 1 : Math.min(NEARLY, progress(race, of, now)), ticks(race, of), value(race.finish(), now),
                state(race, of), of.lost(), arrived, of.isLost() && !arrived, field);
    }

    private static String value(Finish finish, double now) {
        return finish.measure() == Finish.Measure.LOSS ? Numbers.loss(now) : Numbers.percent(now, 1);
    }

    /// How much of the way from the start to the finish is behind it, for losses by their logarithms.
    private static double progress(RaceMoment race, Standing of, double now) {
        double start = of.course().values(race.finish())[0];
        double end = race.finish().value();
        double share = race.finish().measure() == Finish.Measure.LOSS
                ? Math.log(start / Math.max(now, Double.MIN_NORMAL)) / Math.log(start / end) : (now - start) / (end - start);
        return Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
    }

    /// Where it was at even times up to its arrival.
    private static double[] ticks(RaceMoment race, Standing of) {
        long pitch = pitch(race.step());
        Arrival arrival = of.arrival();
        long end = arrival == null ? of.step() : arrival.step() - 1;
        List<Double> ticks = new ArrayList<>();
        for (long step = pitch; step <= end; step += pitch) {
            Course then = of.course().at(step);
            ticks.add(Math.min(NEARLY, progress(race, of, then.values(race.finish())[then.count() - 1])));
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Steps between two ticks: 10, 20, 50, 100, ...
    static long pitch(long steps) {
        long pitch = FEWEST_STEPS;
        for (int i = 1; steps / pitch > MOST_TICKS; i++) {
            pitch = i % 3 == 2 ? pitch / 2 * 5 : 2 * pitch;
        }
        return pitch;
    }

    private static String state(RaceMoment race, Standing of) {
        Arrival arrival = of.arrival();
        if (arrival != null) {
            return Texts.get("networkRace.arrived", race.place(of), arrival.step(), Numbers.exact(arrival.step()));
        }
        if (of.isLost()) {
            return Texts.get("networkRace.diverged", Numbers.exact(of.step()));
        }
        if (of.step() < race.step()) {
            return Texts.get("networkRace.catchingUp", Numbers.exact(of.step()));
        }
        return of.step() >= NetworkRace.MOST_STEPS ? Texts.get("networkRace.limit", Numbers.exact(of.step()))
                : Texts.get(of.step() == 0 ? "race.ready" : "race.underWay");
    }

    /// What the lanes show, a few words.
    static String subject(RaceMoment race) {
        if (race.standings().isEmpty()) {
            return "";
        }
        double start = race.standings().getFirst().course().values(race.finish())[0];
        boolean loss = race.finish().measure() == Finish.Measure.LOSS;
        String more = race.every() > 1 ? ", " + Texts.get("networkRace.every", Numbers.exact(race.every()))
                : race.step() > FEWEST_STEPS ? Texts.get("networkRace.ticks", Numbers.exact(pitch(race.step()))) : "";
        return Texts.get("networkRace.subject", Numbers.exact(race.step()),
                loss ? Texts.get("landscape.loss", rough(start)) : Numbers.percent(start, 0),
                loss ? Numbers.tick(race.finish().value()) : Numbers.percent(race.finish().value(), 0), more);
    }

    /// Two decimals of a loss of usual size.
    private static String rough(double loss) {
        return loss >= 0.1 && loss < 1000 ? Numbers.fixed(loss, 2) : Numbers.loss(loss);
    }

    static List<RaceCurves.Curve> curves(RaceMoment race, List<RaceEntries.Entry> entries) {
        List<RaceCurves.Curve> curves = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Course course = race.standings().get(i).course();
            curves.add(new RaceCurves.Curve(entries.get(i).name(), entries.get(i).color(), course.steps(),
                    course.values(race.finish()), course.count()));
        }
        return curves;
    }

    /// Steps, epochs and seconds of those that have arrived; dashes for the others.
    static List<RaceTable.Row> results(RaceMoment race, List<RaceEntries.Entry> entries) {
        List<RaceTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Standing of = race.standings().get(i);
            Arrival arrival = of.arrival();
            rows.add(new RaceTable.Row(entries.get(i).letter(), entries.get(i).color(), arrival == null
                    ? List.of("\u2013", "\u2013", "\u2013", "\u2013")
                    : List.of(race.place(of) + ".", Numbers.exact(arrival.step()), Numbers.fixed(arrival.epoch(), 1),
                            seconds(arrival.seconds()))));
        }
        return rows;
    }

    private static String seconds(double of) {
        return Numbers.fixed(of, of < 0.1 ? 4 : of < 10 ? 3 : 1);
    }
}
