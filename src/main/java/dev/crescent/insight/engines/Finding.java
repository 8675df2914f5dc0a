package dev.crescent.insight.engines;

/// What was measured so far.
public sealed interface Finding permits RaceFinding, SizeFinding {}
