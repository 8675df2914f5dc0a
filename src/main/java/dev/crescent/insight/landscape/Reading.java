package dev.crescent.insight.landscape;

/// How far a picture of the landscape can be trusted where a network is: what is drawn there, beside what is true.
///
/// @param drawn the landscape's loss at the place the network is drawn at; NaN outside of what is computed
/// @param actual the network's own loss, over the same samples
public record Reading(Place place, double drawn, double actual) {
    /// @param parameters the network's, `[layout total]`
    /// @param actual the true loss there
    public static Reading of(Plane plane, LossGrid grid, float[] parameters, double actual) {
        Place place = plane.project(parameters);
        return new Reading(place, place.isFinite() ? grid.at(place.a(), place.b()) : Double.NaN, actual);
    }
}
