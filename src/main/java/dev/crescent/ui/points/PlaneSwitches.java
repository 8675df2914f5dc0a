package dev.crescent.ui.points;

/// What of a picture over the plane its switches leave.
///
/// @param test whether the test samples' points are there
/// @param contours whether lines are
/// @param discretize whether the colors are those of the winning class, or of the half of the range, alone
public record PlaneSwitches(boolean test, boolean contours, boolean discretize) {
    /// As they are at first.
    public static final PlaneSwitches USUAL = new PlaneSwitches(true, true, false);
}
