package dev.crescent.ui.landscape;

import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints small pictures of one landscape in 3-D, with paths that grow from one to the next, without the toolkit: balls
/// have no letters. Used by one thread at a time.
public final class SurfacePicture {
    /// Paths and balls are as much thinner and smaller than in a large picture.
    private static final double FINE = 0.62;
    private static final int SAMPLES = 2;

    private final Landscape landscape;
    private final Camera camera;
    private @Nullable Laid laid;
    private @Nullable SurfacePainter painter;
    private @Nullable Palette paintedIn;

    /// @param landscape its ground; paths come with each picture
    /// @param camera from where it is seen
    public SurfacePicture(Landscape landscape, Camera camera) {
        this.landscape = landscape;
        this.camera = camera;
    }

    /// @param width in pixels
    /// @param height in pixels
    /// @param density pixels for each that the user sees
    /// @return `[height * width]` premultiplied ARGB, clear around the block
    public int[] paint(List<Track> tracks, Palette palette, int width, int height, double density) {
        Laid now = Laid.of(landscape.withTracks(tracks), laid);
        laid = now;
        Look look = Look.of(palette);
        SurfacePainter paints = painter(now.relief(), look, palette);
        paints.resize(width, height, FINE * density, SAMPLES);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            marks.add(new Mark(now.ways().get(i), look.track(tracks.get(i).color()), Glyph.NONE, false, false));
        }
        paints.setMarks(marks);
        int[] pixels = new int[width * height];
        paints.paint(pixels, width);
        return pixels;
    }

    private SurfacePainter painter(Relief relief, Look look, Palette palette) {
        SurfacePainter known = painter;
        if (known == null) {
            known = new SurfacePainter(look);
            known.setRelief(relief, landscape.scale(), landscape.finishUnit());
            known.setCamera(camera);
            painter = known;
        } else if (palette != paintedIn) {
            known.setLook(look);
        }
        paintedIn = palette;
        return known;
    }
}
