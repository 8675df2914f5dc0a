package dev.crescent.ui.engines;

import dev.crescent.insight.engines.EngineLane;
import dev.crescent.insight.engines.RaceFinding;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.Comparator;
import java.util.List;

/// What a race of engines comes to, in a sentence. Pure.
final class RaceWords {
    /// Speeds that differ by less are the same for a user.
    private static final double LEVEL = 1.05;
    /// Of fewer the median may be chance.
    private static final int LEAST_ROUNDS = 3;

    private RaceWords() {}

    static boolean isMeasured(EngineLane lane) {
        return lane.rate() > 0 && lane.state() != EngineLane.State.OUT;
    }

    /// Empty until two engines are measured in some rounds, or only one can be.
    static String verdict(RaceFinding race) {
        List<EngineLane> measured = race.lanes().stream().filter(RaceWords::isMeasured)
                .sorted(Comparator.comparingDouble(lane -> -lane.rate())).toList();
        long out = race.lanes().stream().filter(lane -> lane.state() == EngineLane.State.OUT).count();
        if (measured.isEmpty()) {
            return out > 0 && out == race.lanes().size() ? Texts.get("engines.nobody") : "";
        }
        EngineLane first = measured.getFirst();
        if (measured.size() == 1) {
            return out == race.lanes().size() - 1 ? Texts.get("engines.only", EngineLook.name(first.id())) : "";
        }
        if (race.round() < LEAST_ROUNDS) {
            return "";
        }
        EngineLane second = measured.get(1);
        double times = first.rate() / second.rate();
        return times < LEVEL ? Texts.get("engines.level", EngineLook.name(first.id()), EngineLook.name(second.id()))
                : Texts.get("engines.verdict", EngineLook.name(first.id()), times(times),
                        EngineLook.name(second.id()));
    }

    /// How many times as fast, with two digits; exactly as fast is "1".
    static String times(double ratio) {
        return Numbers.fixed(ratio, ratio < 9.95 && ratio != 1 ? 1 : 0);
    }

    /// What an engine says, with its full stop.
    static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
