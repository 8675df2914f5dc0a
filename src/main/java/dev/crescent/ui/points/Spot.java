package dev.crescent.ui.points;

/// A place on the plane.
public record Spot(double x1, double x2) {}
