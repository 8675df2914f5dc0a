package dev.crescent.app;

/// How wide and high the room's panels are: what the design gives them at this window size, unless the user has dragged
/// an edge. Pixels. Pure.
///
/// @param data the left panel's width as dragged, 0 for the design's
/// @param output the right panel's width as dragged, 0 for the design's
/// @param curves the bottom panel's height as dragged, 0 for the design's
record PanelSizes(double data, double output, double curves) {
    static final PanelSizes DESIGN = new PanelSizes(0, 0, 0);
    static final double CENTER = 400;
    static final double NETWORK = 240;
    static final double LEAST_DATA = 240;
    static final double LEAST_OUTPUT = 280;
    static final double LEAST_CURVES = 140;
    /// Of a room with all panels.
    static final double LEAST_WIDTH = LEAST_DATA + CENTER + LEAST_OUTPUT;

    /// @param width of the room
    double dataWidth(double width) {
        double wanted = data > 0 ? data : 256 + 0.10 * Math.max(0, width - 1224);
        return Math.rint(Math.clamp(wanted, LEAST_DATA, 420));
    }

    double outputWidth(double width) {
        return outputWidth(width, dataWidth(width));
    }

    /// @param left width of what is left of the network
    double outputWidth(double width, double left) {
        double wanted = output > 0 ? output : 368 + 0.2125 * Math.max(0, width - 1224);
        double most = Math.max(LEAST_OUTPUT, width - CENTER - left);
        return Math.rint(Math.clamp(wanted, LEAST_OUTPUT, most));
    }

    /// @param height of the room
    double curvesHeight(double height) {
        double wanted = curves > 0 ? curves : 208 + 0.2 * Math.max(0, height - 704);
        return Math.rint(Math.clamp(wanted, LEAST_CURVES, Math.max(LEAST_CURVES, height - NETWORK)));
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
