package dev.crescent.ui.race;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.ValueRange;
import org.jspecify.annotations.Nullable;

/// What a race's list shows of one optimizer.
///
/// @param name such as "Momentum"
/// @param letter what its ball carries
/// @param color which of the optimizers' colors
/// @param rate its learning rate, as text
/// @param progress how much of the way down is behind it, 0 to 1
/// @param ticks where on that way it was at even times, 0 to 1 each
/// @param value what is written beside the way, such as the loss where it is
/// @param state what has become of it, a few words
/// @param why more about that, a sentence; empty for nothing
/// @param finished whether it has arrived at the finish, wherever it is now
/// @param failed whether it is lost
/// @param field what its network says; null where nothing of that is shown
public record Lane(String name, String letter, int color, String rate, double progress, double[] ticks, String value,
                   String state, String why, boolean finished, boolean failed, @Nullable Field field) {
    /// A decision field.
    ///
    /// @param range of the values that get the ends of the colors, for a regression
    public record Field(OutputField output, ValueRange range) {}
}
