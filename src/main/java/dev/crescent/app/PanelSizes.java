package dev.crescent.app;

/// How wide and high the room's panels are: what the design gives them at this window size, unless the user has dragged
/// an edge. Pixels. Pure.
///
/// @param data the left panel's width as dragged, 0 for the design's
/// @param output the right panel's width as dragged, 0 for the design's
/// @param curves the bottom panel's height as dragged, 0 for the design's
record PanelSizes(double data, double output, double curves) {
    static final PanelSizes DESIGN = new PanelSizes(0, 0, 0);
    private static final double CENTER = 400;
    private static final double NETWORK = 240;

    /// @param width of the room
    double dataWidth(double width) {
        double wanted = data > 0 ? data : 256 + 0.10 * Math.max(0, width - 1224);
        return Math.rint(Math.clamp(wanted, 240, 420));
    }

    double outputWidth(double width) {
        double wanted = output > 0 ? output : 368 + 0.2125 * Math.max(0, width - 1224);
        double most = Math.max(280, width - CENTER - dataWidth(width));
        return Math.rint(Math.clamp(wanted, 280, most));
    }

    /// @param height of the room
    double curvesHeight(double height) {
        double wanted = curves > 0 ? curves : 208 + 0.2 * Math.max(0, height - 704);
        return Math.rint(Math.clamp(wanted, 140, Math.max(140, height - NETWORK)));
    }

    PanelSizes withData(double value) {
        return new PanelSizes(value, output, curves);
    }

    PanelSizes withOutput(double value) {
        return new PanelSizes(data, value, curves);
    }

    PanelSizes withCurves(double value) {
        return new PanelSizes(data, output, value);
    }
}
