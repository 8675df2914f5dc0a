package dev.crescent.insight;

import java.util.ArrayList;
import java.util.List;

/// Round numbers for an axis.
public final class Ticks {
    private Ticks() {}

    /// Multiples of 1, 2, or 5 times a power of ten within a range, about `count` of them.
    ///
    /// @return ascending; empty if the range is empty, not finite, or beyond what a double can divide
    public static List<Double> linear(double min, double max, int count) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || !(max > min)) {
            return List.of();
        }
        double step = nearestStep((max - min) / Math.max(1, count));
        if (!(step > 0) || !Double.isFinite(step)) {
            return List.of(); // a range too short or too long for floating-point numbers
        }
        List<Double> ticks = new ArrayList<>();
        double slack = 1e-9 * (max - min);
        for (long i = (long) Math.ceil((min - slack) / step); i * step <= max + slack; i++) {
            ticks.add(i == 0 ? 0.0 : round(i * step, step));
        }
        return List.copyOf(ticks);
    }

    /// How far evenly spaced ticks are apart; 1 where there are fewer than two.
    public static double step(List<Double> ticks) {
        return ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1;
    }

    /// Powers of ten within a positive range, with their 2s and 5s where the range is short; where fewer than three of
    /// these lie in it, even steps.
    ///
    /// @return ascending, about `count` at most; empty if the range is empty, not finite or not positive
    public static List<Double> logarithmic(double min, double max, int count) {
        if (!(min > 0) || !Double.isFinite(max) || !(max > min)) {
            return List.of();
        }
        double decades = Math.log10(max) - Math.log10(min);
        if (3 * decades > 1.25 * count) {
            for (int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, count))); every > 0; every--) {
                List<Double> powers = digits(min, max, every, 1);
                if (powers.size() > 1) {
                    return powers;
                }
            }
        }
        List<Double> ticks = digits(min, max, 1, 1, 2, 5);
        return ticks.size() > 2 ? ticks : even(min, max, count, ticks);
    }

    private static List<Double> digits(double min, double max, int every, int... perDecade) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
            if (Math.floorMod(power, every) == 0) {
                for (int digit : perDecade) {
                    double tick = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
                    if (tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9)) {
                        ticks.add(tick);
                    }
                }
            }
        }
        return List.copyOf(ticks);
    }

    /// Even steps that do not crowd at the upper end, where a logarithmic axis is narrowest.
    private static List<Double> even(double min, double max, int count, List<Double> otherwise) {
        double room = 0.7 * Math.log(max / min) / Math.max(2, count);
        List<Double> coarsest = otherwise;
        for (int wanted = Math.max(2, count); wanted > 0; wanted--) {
            List<Double> ticks = linear(min, max, wanted);
            if (ticks.size() > otherwise.size()) {
                coarsest = ticks;
            }
            if (ticks.size() < 2 || Math.log(ticks.getLast() / ticks.get(ticks.size() - 2)) >= room) {
                break;
            }
        }
        return coarsest;
    }

    /// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
    public static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double digit = least / power;
        double nice = digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10;
        return nice * power;
    }

    /// The nearest, by ratio, of 1, 2, 5 times a power of ten.
    private static double nearestStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double digit = wanted / power;
        double nice = digit < Math.sqrt(2) ? 1 : digit < Math.sqrt(10) ? 2 : digit < Math.sqrt(50) ? 5 : 10;
        return nice * power;
    }

    private static double round(double value, double step) {
        double scale = Math.pow(10, Math.max(0, Math.ceil(-Math.log10(step)) + 1));
        return Double.isFinite(scale) ? Math.rint(value * scale) / scale : value;
    }
}
