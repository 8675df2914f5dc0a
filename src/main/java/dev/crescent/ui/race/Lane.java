package dev.crescent.ui.race;

/// What a race's list shows of one optimizer.
///
/// @param name such as "Momentum"
/// @param letter what its ball carries
/// @param color which of the optimizers' colors
/// @param rate its learning rate, as text
/// @param progress how much of the way down is behind it, 0 to 1
/// @param value the function's where it is
/// @param state what has become of it, a few words
/// @param why more about that, a sentence; empty for nothing
/// @param finished whether it has arrived at the finish, wherever it is now
/// @param failed whether it is lost
public record Lane(String name, String letter, int color, String rate, double progress, double value, String state,
                   String why, boolean finished, boolean failed) {}
