package dev.crescent.ui.bars;

import dev.crescent.experiment.Device;

/// One engine that can be chosen.
///
/// @param about what it runs on, or why it cannot; empty while nobody has asked
/// @param usable whether it can be chosen, as far as anybody knows
public record EngineLine(Device device, String about, boolean usable) {}
