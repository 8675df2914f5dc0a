package dev.crescent.ui.start;

import dev.crescent.ui.landscape.Camera;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.SurfacePicture;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.theme.Palette;
import java.util.List;

/// A landscape in 3-D with the paths down it, as far as they are at some moments.
public final class SurfaceThumbnail implements Thumbnail {
    private final SurfacePicture picture;
    private final List<List<Track>> moments;

    /// @param landscape its ground
    /// @param camera from where it is seen
    /// @param moments the paths at each; at least one moment
    public SurfaceThumbnail(Landscape landscape, Camera camera, List<List<Track>> moments) {
        this.picture = new SurfacePicture(landscape, camera);
        this.moments = List.copyOf(moments);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("A picture that moves needs a moment");
        }
    }

    @Override
    public int moments() {
        return moments.size();
    }

    @Override
    public synchronized int[] paint(int moment, Palette palette, int width, int height, double density) {
        return picture.paint(moments.get(moment), palette, width, height, density);
    }
}
