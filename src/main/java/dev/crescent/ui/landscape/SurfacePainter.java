package dev.crescent.ui.landscape;

import dev.crescent.ui.pen.Pen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints a landscape in 3-D into an array of pixels, with hidden parts hidden by a depth for each pixel.
///
/// Needs no toolkit. The block is painted again only after it, the camera, the look or the size has changed; paths and
/// balls are laid over a copy of it. After the first picture of a size nothing is allocated. Used by one thread.
final class SurfacePainter {
    private final Projection projection = new Projection();
    private final Ribbons ribbons = new Ribbons();
    private final Balls balls = new Balls();
    private Look look;
    private @Nullable Terrain terrain;
    private List<Mark> marks = List.of();
    private Camera camera = Camera.HOME;
    private int[] mixed = {};
    private int width = 1;
    private int height = 1;
    private double density = 1;
    private int samples = 1;
    private boolean dirty = true;

    SurfacePainter(Look look) {
        this.look = look;
    }

    /// @param toWidth of the picture in pixels
    /// @param toDensity pixels for each that the user sees: 2 on a fine screen
    /// @param toSamples 2 paints four pixels for each and mixes them, which smooths the edges; else 1
    void resize(int toWidth, int toHeight, double toDensity, int toSamples) {
        if (width != toWidth || height != toHeight || density != toDensity || samples != toSamples) {
            width = toWidth;
            height = toHeight;
            density = toDensity;
            samples = toSamples;
            dirty = true;
        }
    }

    /// Pixels that are painted for each that the user sees; letters must be as large.
    double scale() {
        return density * samples;
    }

    void setLook(Look colors) {
        look = colors;
        if (terrain != null) {
            terrain.setLook(colors);
        }
        dirty = true;
    }

    void setCamera(Camera to) {
        dirty |= !camera.equals(to);
        camera = to;
    }

    /// @param finish the height of the bold line; NaN for none
    void setRelief(Relief relief, LossScale scale, double finish) {
        Terrain to = terrain;
        if (to == null) {
            to = new Terrain(look, relief);
            terrain = to;
        }
        to.setRelief(relief);
        to.raster().setContours(scale.firstContour(), scale.contours(), finish);
        dirty = true;
    }

    /// What lies on the surface; the selected one is painted last.
    void setMarks(List<Mark> newest) {
        marks = newest;
        int points = 0;
        for (Mark mark : newest) {
            points = Math.max(points, mark.way().length());
        }
        ribbons.reserve(points);
        balls.reserve(newest.size());
    }

    /// Paints the picture.
    ///
    /// @param pixels premultiplied ARGB, rows of `stride` pixels
    void paint(int[] pixels, int stride) {
        int fineWidth = width * samples;
        int fineHeight = height * samples;
        Terrain block = terrain;
        if (block == null) {
            return;
        }
        float fine = (float) scale();
        if (dirty) {
            dirty = false;
            projection.set(camera, fineWidth, fineHeight);
            block.raster().resize(fineWidth, fineHeight, fine);
            ribbons.resize(fineWidth, fineHeight);
            block.paint(projection, fine);
        }
        if (mixed.length < fineWidth * fineHeight) {
            mixed = new int[fineWidth * fineHeight];
        }
        System.arraycopy(block.raster().pixels(), 0, mixed, 0, fineWidth * fineHeight);
        float[] ground = block.raster().near();
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < marks.size(); i++) {
                if (marks.get(i).selected() == (pass == 1)) {
                    ribbons.paint(marks.get(i), projection, mixed, ground, look, fine);
                }
            }
        }
        balls.place(marks, projection, fine);
        balls.paint(marks, mixed, ground, fineWidth, fineHeight, look, fine);
        copy(pixels, stride);
    }

    /// Draws with a pen what [#paint] lays over the block, which was painted without any marks before.
    ///
    /// @param newest what lies on the surface
    /// @param letters of their balls
    void drawMarks(List<Mark> newest, List<String> letters, Pen g) {
        Terrain block = terrain;
        if (block == null) {
            return;
        }
        setMarks(newest);
        float fine = (float) scale();
        SurfaceMarks onto = new SurfaceMarks(g, look, block.raster().near(), width * samples, height * samples, fine);
        for (int pass = 0; pass < 2; pass++) {
            for (Mark mark : newest) {
                if (mark.selected() == (pass == 1)) {
                    ribbons.draw(mark, projection, onto, fine);
                }
            }
        }
        balls.place(newest, projection, fine);
        balls.draw(newest, letters, onto);
    }

    private void copy(int[] pixels, int stride) {
        for (int row = 0; row < height; row++) {
            int to = row * stride;
            if (samples == 1) {
                System.arraycopy(mixed, row * width, pixels, to, width);
            } else {
                int above = 4 * row * width;
                int below = above + 2 * width;
                for (int column = 0; column < width; column++) {
                    int at = 2 * column;
                    pixels[to + column] = Argb.mean(mixed[above + at], mixed[above + at + 1], mixed[below + at],
                            mixed[below + at + 1]);
                }
            }
        }
    }

    /// The track whose ball is seen at a place of the newest picture, as its index; -1 for none.
    ///
    /// @param x in pixels that the user sees
    int ballAt(double x, double y) {
        return terrain == null ? -1 : balls.at(x * scale(), y * scale(), terrain.raster().near(),
                width * samples, height * samples, scale());
    }
}
