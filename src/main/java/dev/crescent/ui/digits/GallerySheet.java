package dev.crescent.ui.digits;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One page of images side by side, painted into one picture.
final class GallerySheet extends Pane {
    static final int SIDE = 28;
    static final int PITCH = 36;

    private final ImageView view = new ImageView();
    private final PaintPane pane = new PaintPane(this::paint, view);
    private final Region ring = new Region();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Page page = (place, into) -> { };
    private int count;
    private int rows = SIDE;
    private int columns = SIDE;
    private float[] ink = new float[0];
    private int selected = -1;
    private int[] pixels = new int[1];
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.wrap(pixels),
            PixelFormat.getIntArgbPreInstance());

    /// Where the page's images come from.
    interface Page {
        /// Writes the ink of the image at a place of this page.
        void pixels(int place, float[] into);
    }

    GallerySheet() {
        getStyleClass().add("gallery-sheet");
        setId("gallery-sheet");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        view.setManaged(false);
        ring.getStyleClass().add("unit-selection");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        getChildren().setAll(pane, ring);
        setMinSize(4 * PITCH, 2 * PITCH);
        setPrefSize(20 * PITCH, 10 * PITCH);
    }

    void setTheme(Palette colors) {
        palette = colors;
        pane.repaint();
    }

    int across() {
        return Math.max(1, (int) (getWidth() / PITCH));
    }

    int down() {
        return Math.max(1, (int) (getHeight() / PITCH));
    }

    /// Shows a page.
    ///
    /// @param images how many are on it
    void show(Page now, int images, int rowCount, int columnCount) {
        page = now;
        count = images;
        rows = rowCount;
        columns = columnCount;
        ink = new float[rowCount * columnCount];
        pane.repaint();
    }

    /// Rings an image of this page; none for a negative place.
    void select(int place) {
        selected = place;
        ring.setVisible(place >= 0 && place < count);
        ring.resizeRelocate(place % across() * PITCH, (double) (Math.max(0, place) / across()) * PITCH, PITCH, PITCH);
    }

    /// The image at a place of the sheet, or -1.
    int at(double x, double y) {
        int column = (int) Math.floor(x / PITCH);
        int row = (int) Math.floor(y / PITCH);
        int place = row * across() + column;
        return column >= 0 && row >= 0 && column < across() && place < count ? place : -1;
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        select(selected);
        pane.repaint();
    }

    private void paint() {
        int scale = (int) Math.max(1, Math.ceil(Zoom.density(this) - 0.01));
        int width = Math.max(1, across() * PITCH * scale);
        int height = Math.max(1, down() * PITCH * scale);
        if (buffer.getWidth() != width || buffer.getHeight() != height) {
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        Arrays.fill(pixels, 0);
        int margin = (PITCH - SIDE) / 2 * scale;
        int size = SIDE * scale;
        for (int place = 0; place < Math.min(count, across() * down()); place++) {
            page.pixels(place, ink);
            int corner = (place / across() * PITCH * scale + margin) * width + place % across() * PITCH * scale + margin;
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    pixels[corner + y * width + x] = palette.inkArgb(ink[y * rows / size * columns + x * columns / size]);
                }
            }
        }
        buffer.updateBuffer(whole -> null);
        view.setFitWidth((double) width / scale);
        view.setFitHeight((double) height / scale);
    }
}
