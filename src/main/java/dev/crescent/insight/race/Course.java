package dev.crescent.insight.race;

import java.util.Arrays;

/// What was measured of one optimizer from the start on. Immutable by convention: nobody writes into the entries that
/// count.
///
/// @param steps done at each measurement, rising, `[at least count]`
/// @param loss over the training part
/// @param accuracy as [Finish.Measure#ACCURACY] says; NaN without classes
/// @param seconds that the steps so far had taken to compute
/// @param count at least 1: the start is measured
public record Course(double[] steps, double[] loss, double[] accuracy, double[] seconds, int count) {
    /// Nothing measured yet; its arrays are its own.
    static Course begun() {
        return new Course(new double[64], new double[64], new double[64], new double[64], 0);
    }

    /// With one more measurement; this one stays as it is. Only the newest course can go on.
    Course and(long step, double lossThen, double accuracyThen, double secondsThen) {
        Course room = count < steps.length ? this : new Course(longer(steps), longer(loss), longer(accuracy),
                longer(seconds), count);
        room.steps[count] = step;
        room.loss[count] = lossThen;
        room.accuracy[count] = accuracyThen;
        room.seconds[count] = secondsThen;
        return new Course(room.steps, room.loss, room.accuracy, room.seconds, count + 1);
    }

    private static double[] longer(double[] full) {
        return Arrays.copyOf(full, 2 * full.length);
    }

    /// What was known after so many steps.
    public Course at(long step) {
        int known = Arrays.binarySearch(steps, 0, count, step);
        return new Course(steps, loss, accuracy, seconds, Math.max(1, known >= 0 ? known + 1 : -known - 1));
    }

    /// The newest loss.
    public double lastLoss() {
        return loss[count - 1];
    }

    /// The newest accuracy.
    public double lastAccuracy() {
        return accuracy[count - 1];
    }

    public double lastSeconds() {
        return seconds[count - 1];
    }

    /// The values that a finish is about.
    public double[] values(Finish finish) {
        return finish.measure() == Finish.Measure.LOSS ? loss : accuracy;
    }

    /// The first measurement at the finish, from one of them on; -1 if there is none.
    int arrival(Finish finish, int from) {
        for (int i = from; i < count; i++) {
            if (finish.isReached(loss[i], accuracy[i])) {
                return i;
            }
        }
        return -1;
    }
}
