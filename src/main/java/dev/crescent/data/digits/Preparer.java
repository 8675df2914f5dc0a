package dev.crescent.data.digits;

/// Prepares a drawing again and again while it is drawn, in time for every frame. Not safe for use by several threads.
public final class Preparer {
    /// Pixels of the pad for one of the network's, so that each of those has a hundred to be the mean of.
    private static final int FINER = 10;

    private final InkRaster raster = new InkRaster(FINER * Centering.SIDE);

    public Preparation prepare(Drawing drawing) {
        raster.show(drawing);
        return Preparation.of(drawing, raster);
    }
}
